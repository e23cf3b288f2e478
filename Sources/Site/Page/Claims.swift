import Lessons
import TranscriptFormat

extension [Claim] {
  /// Checked claims that follow each other, as one list.
  func html(_ words: FrameWords) -> HTML {
    isEmpty ? "" : "<ul class=\"claims\">\n\(map { $0.html(words) }.joined())</ul>\n"
  }
}

extension Claim {
  fileprivate func html(_ words: FrameWords) -> HTML {
    let mark: HTML =
      holds
      ? "<span class=\"mark\"><span aria-hidden=\"true\">✓</span> \(words("checked"))</span>"
      : "<span class=\"mark\"><span aria-hidden=\"true\">✗</span> \(words("does not hold"))</span>"
    return """
      <li class="\(holds ? "holds" : "fails")">\(mark) <span>\(sentence)</span>\(judgement(words))</li>

      """
  }

  /// What was measured and what was asked of it; a plain condition has neither.
  private func judgement(_ words: FrameWords) -> HTML {
    if measured.isEmpty { return "" }
    if required.isEmpty {
      return " <span class=\"measured\">\(words("measured %", measured))</span>"
    }
    // Bounds stay on one line.
    let bounds = required.replacing(" … ", with: "\u{A0}…\u{A0}")
      .replacing(" ± ", with: "\u{A0}±\u{A0}")
    return " <span class=\"measured\">\(words("measured %, expected %", measured, bounds))</span>"
  }
}
