import Lessons

extension Lesson {
  /// A problem at a position of this lesson, with the line itself.
  func diagnostic(
    _ severity: Diagnostic.Severity = .error, at position: Position, _ message: String,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, path: path, position: position, message, help: help,
      sourceLine: lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil)
  }

  /// A problem in the lesson's own file, or in a file that a fence takes its code from.
  func diagnostic(
    in file: String, at position: Position, _ message: String, help: String? = nil
  ) -> Diagnostic {
    guard file != path else { return diagnostic(at: position, message, help: help) }
    let line = experiments.lazy.filter { $0.path == file }.compactMap { experiment in
      let index = position.line - experiment.position.line
      return experiment.code.indices.contains(index) ? experiment.code[index] : nil
    }.first
    return Diagnostic(path: file, position: position, message, help: help, sourceLine: line)
  }

  /// Whether code of the lesson stands in a file.
  func hasCode(in file: String) -> Bool {
    file == path || experiments.contains { $0.path == file }
  }
}
