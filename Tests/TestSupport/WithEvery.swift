import Testing

/// Runs `body` for every value, naming the value in each failure: exhaustive over small cases.
public func withEvery<Values: Sequence>(
  _ label: String, in values: Values, _ body: (Values.Element) throws -> Void
) rethrows {
  for value in values {
    try withKnownContext("\(label): \(value)") { try body(value) }
  }
}

/// The choices under way, innermost last.
public enum Choices {
  @TaskLocal public static var trace: [String] = []
}

private func withKnownContext(_ label: String, _ body: () throws -> Void) rethrows {
  try Choices.$trace.withValue(Choices.trace + [label]) { try body() }
}

/// Expects `condition`; a failure prints the choices of every enclosing ``withEvery(_:in:_:)``.
public func expectEvery(
  _ condition: Bool, _ message: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !condition else { return }
  Issue.record(
    "\(message()) [\(Choices.trace.joined(separator: ", "))]", sourceLocation: sourceLocation)
}
