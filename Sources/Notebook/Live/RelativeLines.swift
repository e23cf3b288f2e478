import Lessons

/// Lines that count from the start of each block, so that what is compiled of a block does not depend
/// on what stands above it in its lesson.
///
///     #sourceLocation(file: "lessons/a.md", line: 12)   becomes
///     #sourceLocation(file: "block 1", line: 1)
package struct RelativeLines {
  /// Where each block begins.
  private var places: [(path: String, line: Int)] = []

  package init() {}

  /// The text of a program with relative lines; option lines, which are empty by now, are left out.
  package mutating func text(of source: String) -> String {
    var text = ""
    var isAtStart = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if let place = Self.place(in: line) {
        places.append(place)
        text += "#sourceLocation(file: \"\(Self.name(places.count))\", line: 1)\n"
        isAtStart = true
      } else if isAtStart, line.isEmpty {
        places[places.count - 1].line += 1
      } else {
        text += line + "\n"
        isAtStart = false
      }
    }
    return text
  }

  /// What the compiler said of such a text, said of the lesson.
  package func placed(_ message: CompilerMessage) -> CompilerMessage {
    guard let index = places.indices.first(where: { Self.name($0 + 1) == message.path }),
      let position = message.position
    else { return message }
    var placed = message
    placed.path = places[index].path
    placed.position = Position(
      line: places[index].line + position.line - 1, column: position.column)
    return placed
  }

  private static func name(_ number: Int) -> String { "block \(number)" }

  private static func place(in line: Substring) -> (path: String, line: Int)? {
    let start = "#sourceLocation(file: \"", middle = "\", line: "
    guard line.utf8.starts(with: start.utf8), let end = line.lastIndex(of: "\""),
      line[end...].hasPrefix(middle),
      let number = Int(line[end...].dropFirst(middle.count).dropLast())
    else { return nil }
    let path = line[..<end].dropFirst(start.count)
      .replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    return (String(path), number)
  }
}
