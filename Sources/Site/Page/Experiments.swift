import Lessons
import TranscriptFormat

extension LessonBody {
  mutating func experiment(_ index: Int) -> HTML {
    let experiment = lesson.experiments[index]
    var result = code(of: experiment)
    guard experiment.options.output, transcript.outputs.indices.contains(index) else {
      return result
    }
    result += outputs(transcript.outputs[index], label: experiment.options.label)
    return "<div class=\"experiment\">\n\(result)</div>\n"
  }

  private func code(of experiment: Experiment) -> HTML {
    let code = experiment.shownCode
    switch experiment.options.echo {
    case .hidden: return ""
    case .shown: return html(code: code, language: "swift")
    case .folded:
      let first = code.split(separator: "\n").first.map(String.init) ?? ""
      return """
        <details class="fold"><summary><code>\(SwiftToken.html(of: first))</code></summary>
        \(html(code: code, language: "swift"))</details>

        """
    }
  }

  /// Code in a box that scrolls by itself, and can be scrolled with the keyboard.
  func html(code: String, language: String?) -> HTML {
    let text = language == "swift" ? SwiftToken.html(of: code) : HTML(code)
    return "<pre class=\"code\" tabindex=\"0\"><code>\(text)</code></pre>\n"
  }
}
