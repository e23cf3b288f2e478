/// Markup: text that is put into it is escaped, other markup stays as it is.
///
///     let claim = "a < b"
///     "<p>\(claim)</p>" as HTML   // == <p>a &lt; b</p>
///
/// Only a literal or ``init(verbatim:)`` can say that something is markup already, so a page cannot
/// be broken by what a lesson or its program wrote.
package struct HTML: Equatable, Sendable {
  package private(set) var source: String

  package init(verbatim source: String) { self.source = source }

  /// The text, escaped for both contents and attributes in double quotes.
  package init(escaping text: String) { source = HTML.escaped(text) }

  package var isEmpty: Bool { source.isEmpty }

  package static func += (left: inout HTML, right: HTML) { left.source += right.source }

  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(verbatim: left.source + right.source)
  }

  /// Escapes what has a meaning in HTML; characters that HTML forbids become U+FFFD.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsEscape) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 32)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        result += scalar == " " ? " " : "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x7F, 0xC2, 0xEF:
      true
    default: byte < 0x20
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral source: String) { self.source = source }
  package init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ markup: String) { source += markup }
    package mutating func appendInterpolation(_ text: String) {
      source += HTML(escaping: text).source
    }
    package mutating func appendInterpolation(_ markup: HTML) { source += markup.source }
    package mutating func appendInterpolation(_ number: Int) { source += String(number) }
  }
}

extension Sequence<HTML> {
  /// The pieces, one after the other.
  func joined(separator: HTML = "") -> HTML {
    HTML(verbatim: map(\.source).joined(separator: separator.source))
  }
}
