/// The cells of a column with one number of digits, as ``ReaderNumber`` wrote them: three
/// significant ones where any cell has them, but no more decimals than the longest.
///
///     evenDigits(["0.001", "0.00425", "85"])   // → ["0.00100", "0.00425", "85.0"]
///
/// A column that holds words, or numbers of one or two digits such as settings, stays as it is.
package func evenDigits(_ cells: [String]) -> [String] {
  var decimals = 0, hasThree = false
  let numbers = cells.map { WrittenNumber($0) }
  for number in numbers {
    guard let number else { return cells }
    if !number.isPower { decimals = max(decimals, number.decimals) }
    if number.decimals > 0, number.significant > 2 { hasThree = true }
  }
  guard hasThree else { return cells }
  return numbers.map { $0?.text(decimals: decimals) ?? "" }
}

/// A number in a table, or what stands for one: `NaN`, `∞`, `10⁻⁸`, nothing.
private struct WrittenNumber {
  private var head = "", suffix = ""
  private(set) var significant = 0, decimals = 0

  /// `nil` for a word.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && (48...57).contains(scalars[index].value)
    }
    var index = 0, isFraction = false
    while index < scalars.count {
      let scalar = scalars[index]
      if isDigit(index) {
        if significant > 0 || scalar != "0" { significant += 1 }
        if isFraction { decimals += 1 }
      } else if scalar == ".", !isFraction, isDigit(index + 1) {
        isFraction = true
      } else if scalar != (index == 0 ? "−" : "\u{202F}") || !isDigit(index + 1) {
        break
      }
      head.unicodeScalars.append(scalar)
      index += 1
    }
    for scalar in scalars[index...] { suffix.unicodeScalars.append(scalar) }
    guard let next = suffix.unicodeScalars.first else { return }
    if head.utf8.isEmpty {
      let stands = ["–", "∞", "−∞", "NaN"].contains { Word(text: $0) == Word(text: suffix) }
      guard stands else { return nil }
    } else if (0x2070...0x209F).contains(next.value) || [0xB2, 0xB3, 0xB9].contains(next.value) {
      significant = 0
    } else {
      guard next == "\u{202F}" else { return nil }
    }
  }

  /// Whether the number is a factor of a power of ten.
  var isPower: Bool { suffix.unicodeScalars.contains("×") }

  func text(decimals most: Int) -> String {
    guard (1...2).contains(significant) else { return head + suffix }
    let wished = decimals + 3 - significant
    let missing = (isPower ? wished : min(wished, most)) - decimals
    guard missing > 0 else { return head + suffix }
    return head + (decimals == 0 ? "." : "") + String(repeating: "0", count: missing) + suffix
  }
}
