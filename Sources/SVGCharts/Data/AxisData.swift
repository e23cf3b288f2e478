/// What the marks say about one axis.
struct AxisData: Sendable {
  var title = ""
  var categories = Numbering<Word>()
  /// Whether every number is whole.
  var isWhole = true
  /// The least and greatest finite value.
  var range: ClosedRange<Double>?
  /// The least and greatest positive finite value.
  var positive: ClosedRange<Double>?

  var isCategorical: Bool { !categories.keys.isEmpty }

  /// The number that stands for a datum: a category's is its place in the list.
  mutating func number(of datum: Datum) -> Double {
    switch datum {
    case .integer(let value):
      include(value)
      return value
    case .number(let value):
      isWhole = false
      include(value)
      return value
    case .category(let name):
      let place = Double(categories.number(of: Word(text: name)))
      include(place)
      return place
    }
  }

  /// Widens the range to hold a value, if it is finite.
  mutating func include(_ value: Double) {
    guard value.isFinite else { return }
    range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    guard value > 0 else { return }
    positive =
      positive.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
  }
}
