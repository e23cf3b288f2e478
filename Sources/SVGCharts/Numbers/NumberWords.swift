/// A power of ten as a reader says it; `nil` for any other number, and beyond a quadrillion.
///
///     numberInWords(1e-6)   // → "a millionth"
///     numberInWords(1e4)    // → "ten thousand"
package func numberInWords(_ value: Double) -> String? {
  let number = DecimalDigits(value)
  if number.digits.isEmpty { return "0" }
  guard number.digits == [1], !number.isNegative, abs(number.exponent) <= 15 else { return nil }
  let size = abs(number.exponent)
  let names = ["one", "thousand", "million", "billion", "trillion", "quadrillion"]
  let name = names[size / 3]
  if number.exponent >= 0 {
    let factors = ["a ", "ten ", "a hundred "]
    if size < 3 { return ["one", "ten", "a hundred"][size] }
    return factors[size % 3] + name
  }
  if size < 3 { return size == 1 ? "a tenth" : "a hundredth" }
  return ["a ", "a ten-", "a hundred-"][size % 3] + name + "th"
}
