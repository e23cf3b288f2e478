/// A length in pixels with at most one decimal: `2`, `0.5`, `-12.3`; never `-0` or an exponent.
func decimal(_ value: Double) -> String { tenths(tenth(value)) }

/// A length in tenths of a pixel.
func tenth(_ value: Double) -> Int { Int((value * 10 + 0.5).roundedDown) }

/// A number of tenths in decimal notation, without the zero before the point.
func tenths(_ count: Int) -> String {
  let size = count < 0 ? -count : count
  let whole = size / 10, part = size % 10
  var text = count < 0 ? "-" : ""
  if whole > 0 || part == 0 { text += String(whole) }
  if part > 0 { text += "." + String(part) }
  return text
}
