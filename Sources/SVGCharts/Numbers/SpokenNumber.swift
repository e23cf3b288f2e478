/// A number for a description that is read aloud: three significant digits unless told, powers in
/// words.
///
///     spoken(1.2345e-12)   // → "1.23 times 10 to the minus 12"
func spoken(_ value: Double, significant: Int = 3, timesTenTo shift: Int = 0) -> String {
  if value.isNaN { return "not a number" }
  guard value.isFinite else { return value < 0 ? "minus infinity" : "infinity" }
  var number = DecimalDigits(value, timesTenTo: shift)
  if number.digits.count > number.exponent + 1 || number.exponent >= 6 {
    let last = number.exponent - significant + 1
    number.round(toPower: number.exponent >= 6 ? last : min(0, last))
  }
  let sign = number.isNegative ? "minus " : ""
  guard number.exponent >= 6 || number.exponent < -3 else { return sign + number.plain() }
  let power = "10 to the " + (number.exponent < 0 ? "minus " : "") + String(abs(number.exponent))
  return sign + (number.digits == [1] ? power : number.significand + " times " + power)
}
