import Foundation

/// Links a lesson's live blocks and the engine into one program for a page.
struct WebLinker {
  let modules: WebModules
  let folder: URL

  /// With what a program is linked, its memory limited to 256 MB.
  static let options =
    [
      "--no-entry", "--gc-sections", "-O2", "--strip-all", "--compress-relocations",
      "--stack-first", "--wrap=sbrk", "--wrap=tk_random_fill_normal", "--max-memory=\(256 << 20)",
      "-z", "stack-size=1048576",
    ] + ["__stack_pointer", "__wasm_call_ctors"].map { "--export=\($0)" }

  /// - Parameter objects: each live block, compiled, whose entry is `live_main_` and its index.
  /// - Returns: the program, or what the linker says against it.
  func link(_ objects: [Data]) throws -> (program: Data?, errors: String) {
    let files = try objects.enumerated().map { index, object in
      let file = folder.appending(path: "block-\(index).o")
      try object.write(to: file)
      return file.path
    }
    let entry = folder.appending(path: "entry.c")
    try Data(Self.entries(objects.count).utf8).write(to: entry)
    let bin = modules.usr.appending(path: "bin").path
    let compiled = try Command(
      "\(bin)/clang",
      ["--target=\(WebModules.target)", "-Oz", "-c", entry.path, "-o", "\(entry.path).o"]
    ).run()
    guard compiled.end.exitCode == 0 else { return (nil, compiled.errors) }
    let program = folder.appending(path: "lesson.wasm")
    let linked = try Command(
      "\(bin)/wasm-ld",
      Self.options + ["\(entry.path).o"] + files + modules.objects + ["-o", program.path]
    ).run()
    guard linked.end.exitCode == 0 else { return (nil, linked.errors) }
    return (try Data(contentsOf: program), "")
  }

  /// The function with which a page begins a block.
  private static func entries(_ count: Int) -> String {
    let blocks = 0..<count
    return blocks.map { "int live_main_\($0)(int, char **);\n" }.joined()
      + "void web_main(int block) {\n  switch (block) {\n"
      + blocks.map { "  case \($0): live_main_\($0)(0, 0); break;\n" }.joined() + "  }\n}\n"
  }
}
