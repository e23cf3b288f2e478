internal import TranscriptFormat

/// A share as a percentage.
///
///     percent(0.236)  // == "23.6 %"
public func percent(_ share: Double) -> String { ReaderNumber.percent(share) }

// The notebook writes these calls for inline values. The name is short so that the expression can
// stand in the program at the column where it stands in the lesson.

/// Reports an inline number, written for a reader.
public func _v(_ index: Int, _ value: Double) {
  LessonProgram.report(value: index, ReaderNumber.text(value))
}

/// Reports an inline number, written for a reader.
public func _v(_ index: Int, _ value: Float) { _v(index, Double(value)) }

/// Reports an inline count.
public func _v(_ index: Int, _ value: Int) { _v(index, Double(value)) }

/// Reports an inline value as it describes itself.
public func _v<Value: CustomStringConvertible>(_ index: Int, _ value: Value) {
  LessonProgram.report(value: index, value.description)
}

/// Reports an inline value that may be missing.
public func _v<Value: CustomStringConvertible>(_ index: Int, _ value: Value?) {
  LessonProgram.report(value: index, value?.description ?? "none")
}

/// Refuses what cannot be written into a sentence.
@available(
  *, unavailable,
  message:
    "an inline value must be a number, a text, or a value that describes itself; a function must be called"
)
public func _v<Value>(_ index: Int, _ value: Value) {}
