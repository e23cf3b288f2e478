import Lessons
import TestSupport
import Testing

/// Expects the file to hold each formula, value and line of code at the place that the lesson gives.
func expectEverythingIsWhereItSays(_ lesson: Lesson) {
  func rest(_ place: Position) -> String {
    let line = lesson.lines.indices.contains(place.line - 1) ? lesson.lines[place.line - 1] : ""
    return String(decoding: line.utf8.dropFirst(place.column - 1), as: UTF8.self)
  }
  func expect(_ text: String, at place: Position) {
    expectEvery(rest(place).hasPrefix(text), "\(text.debugDescription) is not at \(place)")
  }
  for formula in formulas(in: lesson.blocks) + formulas(in: lesson.footnotes) {
    let firstLine = formula.tex.prefix { $0 != "\n" && $0 != "|" }
    expect(String(firstLine).trimmingSuffix(while: \.isWhitespace), at: formula.position)
  }
  for value in lesson.values {
    expect(String(value.expression.prefix { $0 != " " && $0 != "|" }), at: value.position)
  }
  for experiment in lesson.experiments where experiment.path == nil {
    expectEvery(experiment.code.count == experiment.columns.count)
    for (index, line) in experiment.code.enumerated() {
      let text = line.drop(while: \.isWhitespace)
      let column = line.utf8.count - text.utf8.count + 1
      expect(String(text), at: experiment.position(inLine: index, column: column))
    }
  }
}

/// Every formula inside a value, found by looking at all its parts.
private func formulas(in value: Any) -> [Formula] {
  if let formula = value as? Formula { return [formula] }
  return Mirror(reflecting: value).children.flatMap { formulas(in: $0.value) }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    String(reversed().drop(while: isDropped).reversed())
  }
}
