/// The names that a piece of Swift may take from elsewhere: not those of members and argument
/// labels, nor words of comments and texts. It may find more than there are, and hardly ever fewer.
package struct CodeNames {
  package private(set) var names: Set<String> = []

  package init(_ code: [String]) {
    for line in code { read(Self.withoutTexts(line)) }
  }

  private mutating func read(_ line: String) {
    for name in line.matches(of: /[\p{L}_][\p{L}\p{N}_]*/) {
      let before = line[..<name.range.lowerBound]
      let isMember = before.hasSuffix(".") && !before.hasSuffix("..") && !before.hasSuffix("..<")
      let isLabel =
        line[name.range.upperBound...].prefixMatch(of: /:\s/) != nil
        && ["(", ","].contains(before.last { !$0.isWhitespace })
      if !isMember, !isLabel { names.insert(String(name.output)) }
    }
  }

  /// The line without its comment, and with no more of its texts than what is computed in them.
  private static func withoutTexts(_ line: String) -> String {
    line.replacing(/"(?:[^"\\]|\\.)*"/) { text in
      text.output.firstRange(of: #"\("#).map { " \(text.output[$0.upperBound...]) " } ?? " "
    }.replacing(#/(^|[^:])//.*/#, with: "")
  }
}
