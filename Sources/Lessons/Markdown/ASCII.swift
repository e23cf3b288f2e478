extension UInt8 {
  /// A space or tab.
  var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// A space, tab or line end.
  var isBlank: Bool { isSpace || self == UInt8(ascii: "\n") }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  /// What a label, a session's name or an id is made of.
  var isNamePart: Bool { isLetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") }
}

extension String {
  /// The text without spaces, tabs and line ends at both ends.
  var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Whether the text is a name: letters, digits, `-` and `_`, at least one.
  var isName: Bool { !isEmpty && utf8.allSatisfy(\.isNamePart) }
}
