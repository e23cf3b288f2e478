/// What the marks say about one axis.
struct AxisData: Sendable {
  var title = ""
  var categories = Numbering<Word>()
  /// Whether every number is whole.
  var isWhole = true
  /// Whether numbers are shares of one, written in percent.
  var isPercent = false
  /// The least and greatest finite value.
  var range: ClosedRange<Double>?
  /// The least and greatest positive finite value.
  var positive: ClosedRange<Double>?

  /// How many significant digits tell the least value from the greatest, three at least.
  var digits: Int {
    guard let range, range.lowerBound < range.upperBound else { return 3 }
    var count = 3
    while count < 15,
      spoken(range.lowerBound, significant: count).utf8
        .elementsEqual(spoken(range.upperBound, significant: count).utf8)
    {
      count += 1
    }
    return count
  }

  var isCategorical: Bool { !categories.keys.isEmpty }

  /// Adds the numbers that stand for the values of a column, NaN where there is none: a category's
  /// is its place in the list.
  mutating func add(
    _ column: DatumColumn, of value: PlottableValue?, count: Int, to numbers: inout [Double]
  ) {
    guard let value else { return numbers += Array(repeating: .nan, count: count) }
    switch value.datum {
    case .integer, .number:
      if case .number = value.datum { isWhole = false }
      include(column.numbers)
      if numbers.isEmpty { numbers = column.numbers } else { numbers += column.numbers }
    case .category:
      numbers.reserveCapacity(numbers.count + count)
      for name in column.words {
        let place = Double(categories.number(of: Word(text: name)))
        include(place)
        numbers.append(place)
      }
    }
  }

  /// Widens the range to hold the finite ones of some values.
  private mutating func include(_ values: [Double]) {
    var least = Double.infinity, greatest = -Double.infinity, leastPositive = Double.infinity
    for value in values where value - value == 0 {
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
      if value > 0, value < leastPositive { leastPositive = value }
    }
    guard least <= greatest else { return }
    include(least)
    include(greatest)
    if leastPositive.isFinite { include(leastPositive) }
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
