import Lessons

extension LessonBody {
  mutating func footnoteReference(_ index: Int) -> HTML {
    guard lesson.footnotes.indices.contains(index) else { return "" }
    // One in the text of a link leads nowhere, and nothing leads back to it.
    if isInLink { return "<sup>\(index + 1)</sup>" }
    footnoteReferences[index] += 1
    let id = referenceID(index, footnoteReferences[index])
    return """
      <sup><a id="\(id)" href="#footnote.\(index + 1)" role="doc-noteref" \
      aria-label="\(words("Footnote %", "\(index + 1)"))">\(index + 1)</a></sup>
      """
  }

  /// The list at the end, each note with links back to where it was referred to.
  mutating func footnotes() -> HTML {
    guard !lesson.footnotes.isEmpty else { return "" }
    var items: HTML = ""
    for (index, footnote) in lesson.footnotes.enumerated() {
      let text = blocks(footnote.blocks)
      let links = (0..<footnoteReferences[index]).map { reference -> HTML in
        let name = words(
          "Back to reference % of footnote %", "\(reference + 1)", "\(index + 1)")
        return """
          <a href="#\(referenceID(index, reference + 1))" role="doc-backlink" \
          aria-label="\(name)">↩</a>
          """
      }.joined(separator: " ")
      items += "<li id=\"footnote.\(index + 1)\">\(text)\(links)</li>\n"
    }
    return """
      <div class="footnotes" role="doc-endnotes" aria-label="\(words("Footnotes"))">
      <ol>
      \(items)</ol>
      </div>

      """
  }

  /// Generated ids have a full stop, which no id made from a heading has.
  private func referenceID(_ index: Int, _ reference: Int) -> String {
    "footnote.\(index + 1).\(reference)"
  }
}
