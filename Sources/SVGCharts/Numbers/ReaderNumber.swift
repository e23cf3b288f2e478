/// Numbers as a reader sees them in a sentence: three significant digits unless told, a true
/// minus sign, powers of ten, no locale.
///
///     ReaderNumber.text(1.2345e-12)   // == "1.23 × 10⁻¹²"
///     ReaderNumber.text(0.23605)      // == "0.236"
///     ReaderNumber.text(-1_234_567)   // == "−1 234 567"
///     ReaderNumber.percent(0.236)     // == "23.6 %"
///
/// The spaces are U+202F, narrow and not to be broken at.
public enum ReaderNumber {
  /// A number for a sentence; whole ones below 10¹⁵ are exact.
  public static func text(_ value: Double, significant: Int = 3) -> String {
    special(value) ?? text(DecimalDigits(value), significant)
  }

  /// A number for a sentence, read in its own precision: `0.1` is not `0.10000000149`.
  public static func text(_ value: Float, significant: Int = 3) -> String {
    special(Double(value)) ?? text(DecimalDigits(value), significant)
  }

  /// A whole number for a sentence.
  public static func text(_ value: some BinaryInteger) -> String { text(Double(value)) }

  /// A share of one as a percentage.
  public static func percent(_ share: Double, significant: Int = 3) -> String {
    special(share) ?? percent(DecimalDigits(share), significant)
  }

  /// A share of one as a percentage, read in its own precision.
  public static func percent(_ share: Float, significant: Int = 3) -> String {
    special(Double(share)) ?? percent(DecimalDigits(share), significant)
  }

  private static let space = "\u{202F}"

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "NaN" }
    return value.isFinite ? nil : value < 0 ? "−∞" : "∞"
  }

  private static func percent(_ share: DecimalDigits, _ significant: Int) -> String {
    var percentage = share
    if !share.digits.isEmpty { percentage.exponent += 2 }
    return text(percentage, significant) + space + "%"
  }

  private static func text(_ exact: DecimalDigits, _ significant: Int) -> String {
    var number = exact
    let isWhole = number.digits.count <= number.exponent + 1
    if !isWhole || number.exponent >= 15 {
      // Digits before the point stay, as long as they are few enough to be read at a glance.
      number.round(toPower: min(0, number.exponent - significant + 1))
      if number.exponent >= 6 || number.exponent < -3 { number.round(significant: significant) }
    }
    let sign = number.isNegative ? "−" : ""
    if number.exponent >= (isWhole ? 15 : 6) || number.exponent < -3 {
      let power = "10" + superscript(number.exponent)
      return sign
        + (number.digits == [1] ? power : number.significand + space + "×" + space + power)
    }
    return sign + number.plain(separator: number.exponent >= 4 ? space : "")
  }
}
