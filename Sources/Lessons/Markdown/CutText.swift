/// The text of a lesson with pieces replaced, and the way back to the file's lines.
struct CutText {
  /// A piece of the file and what stands in its place; `end` is the first place after it.
  struct Cut {
    var start: Position
    var end: Position
    var replacement: String
  }

  private(set) var bytes: [UInt8] = []
  /// The line of the file where each line of this text begins.
  private var fileLines: [Int] = []
  private let lastFileLine: Int

  /// The lines from `firstLine` on, with `cuts` made; a cut that begins inside another is left out.
  init(_ lines: [[UInt8]], from firstLine: Int, cuts: [Cut]) {
    lastFileLine = lines.count
    var cuts = cuts.sorted { $0.start < $1.start }[...]
    var place = Position(line: firstLine, column: 1)
    var isAtLineStart = true
    while place.line <= lines.count {
      if isAtLineStart { fileLines.append(place.line) }
      isAtLineStart = false
      let line = lines[place.line - 1]
      while let cut = cuts.first, cut.start < place { cuts.removeFirst() }
      if let cut = cuts.first, cut.start.line == place.line {
        bytes += line[(place.column - 1)..<(cut.start.column - 1)]
        bytes += cut.replacement.utf8
        place = cut.end
        cuts.removeFirst()
      } else {
        bytes += line[(place.column - 1)...]
        bytes.append(UInt8(ascii: "\n"))
        place = Position(line: place.line + 1, column: 1)
        isAtLineStart = true
      }
    }
  }

  /// The line of the file where the given line of this text begins.
  func fileLine(_ line: Int) -> Int {
    fileLines.isEmpty ? 1 : fileLines[min(max(line, 1), fileLines.count) - 1]
  }

  /// The lines of the file that the given lines of this text stand for.
  func fileLines(_ start: Int, _ end: Int) -> ClosedRange<Int> {
    let end = max(start, end)
    let last = end < fileLines.count ? fileLines[max(end, 0)] - 1 : lastFileLine
    return fileLine(start)...max(last, fileLine(start))
  }
}
