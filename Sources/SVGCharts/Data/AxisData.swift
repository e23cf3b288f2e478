/// What the marks say about one axis.
struct AxisData: Sendable {
  var title = ""
  var categories = Numbering<Word>()
  /// Whether every number is whole.
  var isWhole = true
  /// Whether the data have names, and whether they have numbers.
  private var hasNames = false, hasNumbers = false
  /// Whether numbers are shares of one, written in percent.
  var isPercent = false
  /// The least and greatest finite value.
  var range: ClosedRange<Double>?
  /// The least and greatest positive finite value.
  var positive: ClosedRange<Double>?

  init(titled title: String = "") { self.title = title }

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

  /// Takes the title of the first of the chart's data, all of which are numbers or all names.
  mutating func meet(_ value: PlottableValue) {
    if title.utf8.isEmpty { title = value.title }
    if case .category = value.datum { hasNames = true } else { hasNumbers = true }
    if hasNames, hasNumbers {
      fatalError(
        "The axis \"" + title + "\" gets numbers from some marks and names from others; give it "
          + "numbers only, or names only, such as \"\\(step)\".")
    }
  }

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
