// Logarithm and power in plain arithmetic: the C library's differ from machine to machine.

/// The logarithm of a positive finite number to base ten.
package func decimalLogarithm(_ value: Double) -> Double {
  var significand = value.significand, exponent = Double(value.exponent)
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  // log m = 2 atanh((m - 1) / (m + 1))
  let s = (significand - 1) / (significand + 1), square = s * s
  var sum = 0.0
  for term in (0...11).reversed() { sum = sum * square + 1 / Double(2 * term + 1) }
  return exponent * 0.30102999566398120 + 2 * s * sum * 0.43429448190325182
}

/// Ten to a whole power.
package func power10(_ exponent: Int) -> Double {
  var rest = exponent < 0 ? -exponent : exponent
  var result = 1.0
  while rest > 0 {
    let factor = exactPowers[min(rest, 22)]
    if exponent < 0 { result /= factor } else { result *= factor }
    rest -= 22
  }
  return result
}

/// Ten to any power.
package func power10(_ exponent: Double) -> Double {
  guard exponent < 309 else { return .infinity }
  guard exponent > -324 else { return 0 }
  let whole = exponent.roundedDown
  // 10^f = (e^(f ln 10 / 16))^16 for a fraction f.
  let x = (exponent - whole) * 2.3025850929940457 / 16
  var sum = 1.0
  for term in (1...14).reversed() { sum = 1 + sum * x / Double(term) }
  for _ in 0..<4 { sum *= sum }
  return sum * power10(Int(whole))
}

/// The powers that a Double holds exactly.
private let exactPowers: [Double] = {
  var powers = [1.0]
  for _ in 1...22 { powers.append(powers[powers.count - 1] * 10) }
  return powers
}()
