internal import TranscriptFormat

/// Claims that a condition holds; the build fails, at this line, where it does not.
///
///     expect(plain.divergedAt != nil, "Without a remedy, the weights overflow")
public func expect(
  _ condition: Bool, _ claim: String, line: Int = #line, column: Int = #column
) {
  LessonProgram.show(
    .claim(
      Claim(
        sentence: claim, holds: condition, measured: "", required: "", value: nil, line: line,
        column: start(ofCallAt: column))))
}

/// Claims that a measured value lies between two bounds, ends included.
///
///     expect(ratio, in: 0.228...0.244, "A sigmoid layer keeps 23.6 % of the gradient")
public func expect<Value: BinaryFloatingPoint>(
  _ value: Value, in bounds: ClosedRange<Value>, _ claim: String, line: Int = #line,
  column: Int = #column
) {
  judge(
    Double(value), holds: bounds.contains(value),
    required: "\(text(bounds.lowerBound)) … \(text(bounds.upperBound))", claim, line, column)
}

/// Claims that a count lies between two bounds, ends included.
public func expect(
  _ value: Int, in bounds: ClosedRange<Int>, _ claim: String, line: Int = #line,
  column: Int = #column
) {
  expect(
    Double(value), in: Double(bounds.lowerBound)...Double(bounds.upperBound), claim, line: line,
    column: column)
}

/// Claims that a measured value is at most so far from an expected one.
///
///     expect(slope, near: 0.0953, within: 0.002, "Backpropagation grows by ln 1.1 a step")
public func expect<Value: BinaryFloatingPoint>(
  _ value: Value, near expected: Value, within tolerance: Value, _ claim: String,
  line: Int = #line, column: Int = #column
) {
  judge(
    Double(value), holds: (value - expected).magnitude <= tolerance,
    required: "\(text(expected)) ± \(text(tolerance))", claim, line, column)
}

/// Claims that a count is exactly what is expected.
public func expect(
  _ value: Int, near expected: Int, within tolerance: Int = 0, _ claim: String,
  line: Int = #line, column: Int = #column
) {
  expect(
    Double(value), near: Double(expected), within: Double(tolerance), claim, line: line,
    column: column)
}

private func judge(
  _ value: Double, holds: Bool, required: String, _ claim: String, _ line: Int, _ column: Int
) {
  LessonProgram.show(
    .claim(
      Claim(
        // A value that misses its bound by little must not read like it.
        sentence: claim, holds: holds, measured: text(value, digits: holds ? 4 : 7),
        required: required, value: value, line: line, column: start(ofCallAt: column))))
}

/// Where `expect` begins: `#column` is its parenthesis.
private func start(ofCallAt column: Int) -> Int { max(1, column - "expect".utf8.count) }

private func text<Value: BinaryFloatingPoint>(_ value: Value, digits: Int = 4) -> String {
  ReaderNumber.text(Double(value), significant: digits)
}
