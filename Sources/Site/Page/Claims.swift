import TranscriptFormat

extension [Claim] {
  /// Checked claims that follow each other, as one list.
  var html: HTML {
    isEmpty ? "" : "<ul class=\"claims\">\n\(map(\.html).joined())</ul>\n"
  }
}

extension Claim {
  fileprivate var html: HTML {
    let mark: HTML =
      holds
      ? "<span class=\"mark\"><span aria-hidden=\"true\">✓</span> checked</span>"
      : "<span class=\"mark\"><span aria-hidden=\"true\">✗</span> does not hold</span>"
    return """
      <li class="\(holds ? "holds" : "fails")">\(mark) <span>\(sentence)</span>\(judgement)</li>

      """
  }

  /// What was measured and what was asked of it; a plain condition has neither.
  private var judgement: HTML {
    if measured.isEmpty { return "" }
    if required.isEmpty { return " <span class=\"measured\">measured \(measured)</span>" }
    // Bounds stay on one line.
    let bounds = required.replacing(/\ ([…±])\ /) { "\u{A0}\($0.1)\u{A0}" }
    return " <span class=\"measured\">measured \(measured), expected \(bounds)</span>"
  }
}
