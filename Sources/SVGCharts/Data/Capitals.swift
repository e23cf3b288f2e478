/// A title within a sentence: `Step` is step; `ReLU` and `BN` stay.
func lowercasedFirst(_ title: String) -> String {
  let bytes = Array(title.utf8)
  guard bytes.count > 1, (65...90).contains(bytes[0]), !(65...90).contains(bytes[1]),
    !bytes.dropFirst().contains(where: { (65...90).contains($0) })
  else { return title }
  return String(UnicodeScalar(bytes[0] + 32)) + String(title.unicodeScalars.dropFirst())
}

/// A text at the beginning of a sentence.
func uppercasedFirst(_ text: String) -> String {
  guard let first = text.utf8.first, (97...122).contains(first) else { return text }
  return String(UnicodeScalar(first - 32)) + String(text.unicodeScalars.dropFirst())
}
