/// How all the labels of one axis are written.
package enum TickFormat: Equatable, Sendable {
  /// Plain notation with a fixed number of decimals.
  case plain(decimals: Int)
  /// Whole numbers of which every digit counts, in groups of three: times, dates.
  case whole
  /// Thousands or millions, with a letter.
  case scaled(power: Int, letter: String, decimals: Int)
  /// A factor times a power of ten; all to one power unless it is nil.
  case power(Int?)

  /// The format that tells the ticks of an axis apart.
  package init(_ ticks: Ticks) {
    guard let lastDigit = ticks.lastDigit else {
      let isPlain = ticks.values.allSatisfy { $0 == 0 || abs($0) >= 0.999e-3 && abs($0) < 1e4 }
      self = isPlain ? .plain(decimals: 0) : .power(nil)
      return
    }
    let greatest = ticks.values.reduce(0) { max($0, abs($1)) }
    // A thousandth of the greatest is worth a letter or a power, but not the last of nine digits.
    if greatest >= 1e4, greatest < 1e15, lastDigit >= 0, greatest > 2000 * power10(lastDigit) {
      self = .whole
    } else if greatest >= 1e9 || (greatest < 1e-3 && greatest > 0) {
      self = .power(DecimalDigits(greatest).exponent)
    } else if greatest >= 1e4 {
      let power = greatest >= 1e6 ? 6 : 3
      self = .scaled(
        power: power, letter: power == 6 ? "M" : "k", decimals: max(0, power - lastDigit))
    } else {
      self = .plain(decimals: max(0, -lastDigit))
    }
  }

  /// The label of a tick.
  package func label(_ value: Double, timesTenTo shift: Int = 0) -> String {
    var number = DecimalDigits(value, timesTenTo: shift)
    var text: String
    switch self {
    case .plain(let decimals):
      text = number.plain(decimals: decimals)
    case .whole:
      text = number.plain(separator: "\u{202F}")
    case .scaled(let power, let letter, let decimals):
      guard !number.digits.isEmpty else { return "0" }
      number.exponent -= power
      text = number.plain(decimals: decimals) + letter
    case .power(let shared):
      guard !number.digits.isEmpty else { return "0" }
      let power = shared ?? number.exponent
      number.exponent -= power
      number.round(toPower: -6)
      let isOne = number.digits == [1] && number.exponent == 0
      text = (isOne ? "" : number.plain() + "×") + "10" + superscript(power)
    }
    if number.isNegative { text = "−" + text }
    return text
  }
}
