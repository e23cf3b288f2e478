/// Reading a fenced code block as an experiment.
extension Experiment {
  /// The experiment of a `swift` fence: its lines and where they begin in the file.
  init(_ literal: String, fenceLine: Int, in file: SourceFile) {
    var code = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if code.last == "" { code.removeLast() }
    let columns = code.indices.map { index -> Int in
      let number = fenceLine + index
      return file.bytes.indices.contains(number)
        ? column(of: code[index], in: file.bytes[number]) : 1
    }
    self.init(
      code: code, position: Position(line: fenceLine + 1, column: max(columns.first ?? 1, 1)),
      columns: columns, fenceLine: fenceLine, options: Options())
  }
}

/// Where a line of code begins in the line of the file that holds it.
///
/// The code is the file's line without indentation and quote marks; where a tab was cut in two,
/// what follows the spaces is found and the spaces counted back, beyond the line's start if need be.
private func column(of code: String, in line: [UInt8]) -> Int {
  let code = Array(code.utf8)
  if line.reversed().starts(with: code.reversed()) { return line.count - code.count + 1 }
  let spaces = code.prefix(while: \.isSpace).count
  return line.count - (code.count - spaces) - spaces + 1
}
