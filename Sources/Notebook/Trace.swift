import Foundation
import Lessons

/// What a program wrote to standard error, with the traces taken out of it.
package struct ProgramErrors {
  /// The text for a person.
  package var text: String
  /// The addresses of the last trap, and of the last throw, innermost call first.
  package var trap: [String] = []
  package var lastThrow: [String] = []

  package init(_ errors: String) {
    var lines: [Substring] = []
    for line in errors.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ").map(String.init)
      guard let marker = words.first, marker.hasSuffix("\u{1}gradus-trace"), words.count >= 2 else {
        lines.append(line)
        continue
      }
      // A trace may follow a text that did not end its line.
      let before = line.prefix { $0 != "\u{1}" }
      if !before.isEmpty { lines.append(before) }
      if words[1] == "trap" { trap = Array(words.dropFirst(2)) }
      if words[1] == "throw" { lastThrow = Array(words.dropFirst(2)) }
    }
    text = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The file, line and column of the lesson that the innermost of the calls came from, and why
  /// the program trapped there, where the compiler has noted it.
  static func position(
    of addresses: [String], in program: URL, lesson: Lesson, toolchain: Toolchain
  ) -> (file: String, position: Position, reason: String?)? {
    guard !addresses.isEmpty else { return nil }
    let symbolizer = toolchain.usr.appending(path: "bin/llvm-symbolizer").path
    // What a check was inlined into has the line of the lesson; the check itself has none.
    let arguments =
      ["--obj=\(program.path)", "--functions=linkage"] + addresses.map { "0x\($0)" }
    guard let result = try? Command(symbolizer, arguments).run() else { return nil }
    let files = [lesson.path] + lesson.experiments.compactMap(\.path)
    var reason: String?
    for line in result.output.split(separator: "\n") {
      if let failure = line.wholeMatch(of: /Swift runtime failure: (.+)/) {
        reason = reason ?? String(failure.1)
      }
      guard let match = line.wholeMatch(of: /(.+):(\d+):(\d+)/), let row = Int(match.2), row > 0,
        let column = Int(match.3),
        let file = files.first(where: { match.1 == $0 || match.1.hasSuffix("/\(withoutDots($0))") })
      else { continue }
      return (file, Position(line: row, column: max(1, column)), reason)
    }
    return nil
  }

  /// The path as the symbolizer writes it: `./lessons/a.md` is `lessons/a.md`.
  private static func withoutDots(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).filter { $0 != "." }
      .joined(separator: "/")
  }
}
