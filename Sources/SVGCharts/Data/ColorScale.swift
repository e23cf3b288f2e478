/// Which paint a series gets for the value that colors it.
struct ColorScale: Sendable {
  private(set) var title = ""
  /// The categories in the order of first appearance.
  private(set) var categories = Numbering<Word>()
  /// The numbers from least to greatest.
  private(set) var numbers: [Double] = []

  init(_ marks: ChartGroup) {
    var found = Numbering<Double>()
    for run in marks.runs {
      guard let value = run.mark.colorValue, !run.mark.isColoredCell else { continue }
      if title.utf8.isEmpty { title = value.title }
      switch value.datum {
      case .category(let name): _ = categories.number(of: Word(text: name))
      case .integer(let number), .number(let number):
        if number.isFinite { _ = found.number(of: number) }
      }
    }
    numbers = found.ordered
  }

  /// The scale of several charts together, so that a value has one color in all of them.
  init(merging scales: [ColorScale]) {
    var found = Numbering<Double>()
    for scale in scales {
      if title.utf8.isEmpty { title = scale.title }
      for name in scale.categories.keys { _ = categories.number(of: name) }
      for number in scale.numbers { _ = found.number(of: number) }
    }
    numbers = found.ordered
  }

  var isEmpty: Bool { categories.keys.isEmpty && numbers.isEmpty }

  var isOrdered: Bool { !numbers.isEmpty }

  /// Up to this many numbers are ranked, so that 0.001, 0.01, 0.1 are equally far apart; more are
  /// placed by value.
  private static let ranked = 24
  private static let classes = 32.0

  /// Whether marks of one paint can have different values.
  var hasClasses: Bool { numbers.count > Self.ranked }

  /// The class of a value: values of one class share a paint. Lines are told apart by value.
  mutating func index(of datum: Datum, isLine: Bool = false) -> Int {
    switch datum {
    case .category(let name): return categories.number(of: Word(text: name))
    case .integer(let number), .number(let number):
      guard number.isFinite, !numbers.isEmpty else { return -1 }
      return hasClasses && !isLine ? shade(number) : rank(number)
    }
  }

  private func shade(_ number: Double) -> Int {
    guard let first = numbers.first, let last = numbers.last else { return 0 }
    return Int(((number - first) / (last - first) * Self.classes).roundedDown)
  }

  func paint(of datum: Datum, index: Int) -> Paint {
    guard let number = datum.number else {
      return .color(Color.categories[index % Color.categories.count])
    }
    guard index >= 0 else { return .color(.secondary) }
    guard numbers.count > 1 else { return .ramp(1) }
    return .ramp(
      hasClasses
        ? Double(shade(number)) / Self.classes : Double(index) / Double(numbers.count - 1))
  }

  private func rank(_ number: Double) -> Int {
    var low = 0, high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
