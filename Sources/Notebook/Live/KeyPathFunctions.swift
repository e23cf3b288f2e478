/// `\.name` as the function that it stands for, since Embedded Swift has no key paths.
package struct KeyPathFunctions {
  /// The text with `{ $0.name }` in the place of `\.name`.
  package let text: String

  /// - Parameter source: Swift that compiles, in whose texts `\.` therefore does not occur.
  package init(in source: String) {
    text = source.replacing(#/([(,:=\s])\\(\.[\w.?!\[\]]*[\w?!\]])/#) { match in
      "\(match.1){ $0\(match.2) }"
    }
  }
}
