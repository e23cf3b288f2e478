/// Code that a fence takes from a file of the course: `file=code/probe.swift#slice`.
extension BlockReader {
  /// The names in `// snippet.name` that name no slice.
  static let marks = ["hide", "show", "end"]

  /// Sets the experiment's code to a file's, or to a slice of it.
  func include(_ target: String, into experiment: inout Experiment) {
    let place = file.position(of: "file=", from: blockPosition)
    func refuse(_ message: String, help: String? = nil) {
      file.error(message, at: place, help: help)
    }
    if let line = experiment.code.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) {
      file.error(
        "This fence takes its code from a file, so it has none of its own.",
        at: experiment.position(inLine: line, column: 1), help: "only options stand here")
    }
    let isQuoted = target.count > 1 && target.hasPrefix("\"") && target.hasSuffix("\"")
    let parts = (isQuoted ? String(target.dropFirst().dropLast()) : target)
      .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let path = cleaned(parts[0]) else {
      refuse(
        "The file '\(parts[0])' is outside the course's folder.",
        help: "a copy of it inside \(folder.name)")
      return
    }
    guard folder.contains(path), let bytes = folder.bytes(of: path) else {
      let known = folder.paths.filter { $0.hasSuffix(".swift") }
      refuse(
        "There is no file '\(parts[0])'.",
        help: nearestName(to: path, in: known).map { "file=\($0)" })
      return
    }
    guard path.hasSuffix(".swift") else {
      refuse("'\(path)' is not a file of Swift code.", help: "file=code/….swift")
      return
    }
    let source = SourceFile(path: "\(folder.name)/\(path)", contents: bytes)
    guard source.isText else {
      refuse("The file '\(path)' is not UTF-8 text.", help: "save it in the encoding UTF-8")
      return
    }
    var range = source.lines.indices
    if parts.count > 1 {
      guard let slice = source.slice(parts[1]) else {
        let known = source.lines.compactMap(\.snippetMark).filter { !Self.marks.contains($0) }
        refuse(
          "'\(path)' has no slice '\(parts[1])'.",
          help: suggestion(for: parts[1], in: known)
            ?? "a line '// snippet.\(parts[1])' above the code, and '// snippet.end' below it")
        return
      }
      range = slice
    }
    experiment.path = source.path
    experiment.code = Array(source.lines[range])
    experiment.position = Position(line: range.lowerBound + 1, column: 1)
    experiment.columns = range.map { _ in 1 }
  }
}

extension SourceFile {
  /// The lines between `// snippet.name` and the next `// snippet.end`, or the end of the file.
  fileprivate func slice(_ name: String) -> Range<Int>? {
    guard !BlockReader.marks.contains(name),
      let start = lines.firstIndex(where: { $0.snippetMark == name })
    else {
      return nil
    }
    let end = lines[start...].firstIndex { $0.snippetMark == "end" } ?? lines.count
    return (start + 1)..<end
  }
}
