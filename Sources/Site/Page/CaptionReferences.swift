import Lessons
import TranscriptFormat

/// References in the captions of figures and tables, which only a run tells.
extension LessonBody {
  /// The caption with a link in the place of each `@fig-depth`.
  mutating func caption(_ text: String) -> HTML {
    CaptionPart.parts(of: text).map { part -> HTML in
      guard case .reference(let label) = part else { return HTML(escaping: part.text) }
      guard let name = context.numbering.linkText(label),
        let slug = context.numbering.lessons[label]
      else {
        let mistake = "Nothing in this course has the label '\(label)'."
        // The caption may stand at several positions of a control.
        if !diagnostics.contains(where: { $0.message == mistake }) {
          refuse(
            part.text, mistake,
            help: nearestName(to: label, in: context.numbering.names.keys.sorted())
              ?? "the label of a figure, table, equation, exercise or section")
        }
        return HTML(escaping: part.text)
      }
      return "<a href=\"\(slug == lesson.slug ? "" : "\(slug).html")#\(label)\">\(name)</a>"
    }.joined()
  }

  /// The caption with the names of what it refers to.
  func namedCaption(_ text: String) -> String {
    CaptionPart.parts(of: text).map { part in
      guard case .reference(let label) = part else { return part.text }
      return context.numbering.linkText(label) ?? part.text
    }.joined()
  }

  /// The output with those names where its drawings tell the caption to a screen reader.
  func named(_ output: Output) -> Output {
    guard case .figure(var figure) = output else { return output }
    let name = namedCaption(figure.caption)
    guard name != figure.caption else { return output }
    figure.wide = figure.wide.named(name)
    figure.narrow = figure.narrow.named(name)
    return .figure(figure)
  }
}

extension String {
  /// The drawing with another accessible name, which the first of its attributes has.
  fileprivate func named(_ name: String) -> String {
    guard let start = firstRange(of: "aria-label=\"")?.upperBound,
      let end = self[start...].firstIndex(of: "\"")
    else { return self }
    return self[..<start] + HTML(escaping: name).source + self[end...]
  }
}
