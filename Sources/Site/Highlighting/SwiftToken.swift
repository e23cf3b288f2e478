/// A piece of Swift that is shown in a color of its own.
package struct SwiftToken: Equatable {
  package var kind: Kind
  package var text: String

  /// What a piece of Swift is; the raw value is its class in the style sheet.
  package enum Kind: String {
    case plain = ""
    case comment, string, number, keyword, type, attribute, directive
  }

  /// The code as markup: a `span` around everything that is not plain.
  static func html(of code: String) -> HTML { LinkedCode(code, links: .none).html }
}
