internal import TranscriptFormat

/// A number that the reader chooses among a few.
///
///     let rate = Slider("Learning rate", values: [0.001, 0.01, 0.1, 1, 10], initially: 0.1)
///     show("Too small crawls, too large explodes.") { lossChart(rate: rate.value) }
///
/// From here on, the block runs once for each value, so that the page holds every chart ready-made.
/// What it prints and claims counts at the initial value, which later blocks see as well.
///
/// In a live block it can go through a range, of which the page holds the initial value only:
///
///     let x = Slider("x", in: -4...8, initially: 1)
public struct Slider<Value: SliderValue> {
  /// The chosen number.
  public let value: Value
  let name: String

  /// Declares a control at the top level of a block.
  ///
  /// - Parameters:
  ///   - name: What stands beside it, unique in the block.
  ///   - values: The numbers to choose from, such as `[0.01, 0.1, 1]` or `1...8`.
  ///   - initial: The one that is chosen at first; the first if not given.
  public init(
    _ name: String, values: some Sequence<Value>, initially initial: Value? = nil,
    function: String = #function, module: String = #fileID, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let values = Array(values)
    let place = Controls.Place(function: function, module: module, file: file, line: line)
    let index = initial.map { initial in values.firstIndex { $0 == initial } } ?? 0
    let texts = values.map { $0.readerText }
    let chosen = place.index(
      of: .slider, name, texts, numbers: values.map { $0.number },
      // A half is lost where only whole numbers are.
      isWhole: Value(0.5) == Value(0), initial: index,
      wanted: initial.map { $0.readerText } ?? "")
    self.name = name
    if let number = Controls.number(setFor: name) {
      value = Value(number)
    } else {
      value = values[chosen]
    }
  }

  /// Declares a control of a live block that goes through a range.
  ///
  /// - Parameters:
  ///   - name: What stands beside it, unique in the block.
  ///   - range: The least and the greatest number.
  ///   - step: From each number to the next; if not given, 1 for whole numbers, and about a hundredth
  ///     of the range for others.
  ///   - initial: The number that is chosen at first.
  public init(
    _ name: String, in range: ClosedRange<Value>, step: Value? = nil, initially initial: Value,
    function: String = #function, module: String = #fileID, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let place = Controls.Place(function: function, module: module, file: file, line: line)
    let isWhole = Value(0.5) == Value(0)
    let (lower, upper) = (range.lowerBound.number, range.upperBound.number)
    place.declare(
      range: Control(
        kind: .slider, name: name, values: [initial.readerText], initial: 0,
        numbers: [initial.number], isWhole: isWhole,
        range: .init(
          lower: lower, upper: upper,
          step: step?.number ?? (isWhole ? 1 : Self.step(from: lower, to: upper)))))
    self.name = name
    value = Controls.number(setFor: name).map { Value($0) } ?? initial
  }

  /// The power of ten that goes into a range a hundred times or more.
  private static func step(from lower: Double, to upper: Double) -> Double {
    guard upper > lower, (upper - lower).isFinite else { return 1 }
    return power10(Int((decimalLogarithm(upper - lower) - 2).rounded(.down)))
  }
}

/// The types of number that a ``Slider`` chooses among.
public protocol SliderValue: Comparable {
  /// The number of this type that is nearest.
  init(_ number: Double)
  /// The number itself.
  var number: Double { get }
  /// The number for a reader.
  var readerText: String { get }
}

extension Int: SliderValue {
  /// The number itself.
  public var number: Double { Double(self) }
  /// All digits.
  public var readerText: String { ReaderNumber.text(self) }
}

extension Double: SliderValue {
  /// The number itself.
  public var number: Double { self }
  /// Six digits or fewer.
  public var readerText: String { ReaderNumber.text(self, significant: 6) }
}

extension Float: SliderValue {
  /// The number itself.
  public var number: Double { Double(self) }
  /// Six digits or fewer.
  public var readerText: String { ReaderNumber.text(self, significant: 6) }
}
