/// The ids of one page, each given once.
struct PageIDs {
  private(set) var all: [String] = []
  private var taken: Set<String> = []

  /// Takes an id that the author wrote; false where the page has it already.
  mutating func take(_ id: String) -> Bool {
    guard taken.insert(id).inserted else { return false }
    all.append(id)
    return true
  }

  /// Takes the id GitHub gives a heading: its slug, numbered from `-1` where it repeats.
  mutating func take(forHeading text: String) -> String {
    let slug = slugified(text)
    let base = slug.isEmpty ? "section" : slug
    if take(base) { return base }
    var number = 1
    while !take("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}

/// GitHub's slug of a heading: small letters, digits, `-` and `_`; spaces become `-`.
///
///     slugified("Why it works, again")  // == "why-it-works-again"
func slugified(_ text: String) -> String {
  var slug = String.UnicodeScalarView()
  for scalar in text.trimmingSpaces.lowercased().unicodeScalars {
    switch scalar.properties.generalCategory {
    case _ where scalar == " " || scalar == "-": slug.append("-")
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      slug.append(scalar)
    default: break
    }
  }
  return String(slug)
}

extension [Inline] {
  /// Takes `{#id}` off the end.
  mutating func removeWrittenID() -> String? {
    guard case .text(let text)? = last, text.contains("{#"),
      let match = text.firstMatch(of: /\s*\{#([A-Za-z0-9_-]+)\}\s*$/)
    else { return nil }
    removeLast()
    if match.range.lowerBound > text.startIndex {
      append(.text(String(text[..<match.range.lowerBound])))
    }
    return String(match.output.1)
  }
}
