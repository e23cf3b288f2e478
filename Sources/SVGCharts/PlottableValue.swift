/// A type whose values have a place on an axis: a number, or a word in a list of categories.
public protocol Plottable {
  /// The value as an axis sees it.
  var datum: Datum { get }
}

/// A value as an axis sees it.
public enum Datum: Equatable, Sendable {
  /// A whole number, such as a step or a layer: its axis has no ticks between whole numbers.
  case integer(Double)
  /// Any other number.
  case number(Double)
  /// A word; words keep the order in which they come.
  case category(String)
}

/// A value with the title of the axis it belongs to.
///
///     LineMark(x: .value("Step", 3), y: .value("Loss", 0.25))
public struct PlottableValue: Sendable {
  package let title: String
  // The datum in pieces, of which one is read without touching the others.
  let type: DatumType
  let number: Double
  let word: String

  package init(title: String, datum: Datum) {
    self.title = title
    switch datum {
    case .integer(let value): (type, number, word) = (.integer, value, "")
    case .number(let value): (type, number, word) = (.number, value, "")
    case .category(let name): (type, number, word) = (.category, .nan, name)
    }
  }

  init(_ title: String, _ type: DatumType, _ number: Double, _ word: String = "") {
    (self.title, self.type, self.number, self.word) = (title, type, number, word)
  }

  package var datum: Datum {
    switch type {
    case .integer: .integer(number)
    case .number: .number(number)
    case .category: .category(word)
    }
  }

  /// A titled whole number.
  public static func value(_ title: String, _ value: Int) -> PlottableValue {
    PlottableValue(title, .integer, Double(value))
  }

  /// A titled number.
  public static func value(_ title: String, _ value: Double) -> PlottableValue {
    PlottableValue(title, .number, value)
  }

  /// A titled value.
  public static func value(_ title: String, _ value: some Plottable) -> PlottableValue {
    PlottableValue(title: title, datum: value.datum)
  }
}

/// Which of the cases of ``Datum`` a value is.
enum DatumType: UInt8 {
  case integer = 1, number, category
}

extension BinaryInteger {
  /// The value as a whole number.
  public var datum: Datum { .integer(Double(self)) }
}

extension Int: Plottable {}
extension Int32: Plottable {}
extension UInt8: Plottable {}

extension Double: Plottable {
  /// The value as a number.
  public var datum: Datum { .number(self) }
}

extension Float: Plottable {
  /// The value as a number.
  public var datum: Datum { .number(Double(self)) }
}

extension String: Plottable {
  /// The value as a category.
  public var datum: Datum { .category(self) }
}
