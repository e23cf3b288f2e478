import Foundation

/// Links Swift objects the way the compiler's driver would, in a third of its time.
struct Linker {
  let usr: URL

  /// The folder of the Swift runtime's shared libraries.
  var runtime: String { usr.appending(path: "lib/swift/linux").path }

  /// The object with which a Swift program begins.
  var runtimeStart: String { "\(runtime)/\(Self.architecture)/swiftrt.o" }

  /// Links `files` into the file `target`.
  func link(_ files: [String], into target: String, options: [String]) throws -> Command.Result {
    // Objects name the libraries of what they import.
    let libraries = "\(target).libraries"
    defer { try? FileManager.default.removeItem(atPath: libraries) }
    let objects = files.filter { $0.hasSuffix(".o") }
    let bin = usr.appending(path: "bin").path
    let extracted = try Command("\(bin)/swift-autolink-extract", objects + ["-o", libraries]).run()
    return try Command(
      "\(bin)/clang",
      ["-fuse-ld=lld", "-o", target, "-L\(runtime)"] + options + files + ["-lswiftCore", "-lm"]
        + (extracted.end.exitCode == 0 ? ["@\(libraries)"] : [])
    ).run()
  }

  #if arch(arm64)
    private static let architecture = "aarch64"
  #else
    private static let architecture = "x86_64"
  #endif
}
