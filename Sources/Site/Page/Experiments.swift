import Lessons
import TranscriptFormat

extension LessonBody {
  mutating func experiment(_ index: Int) -> HTML {
    let experiment = lesson.experiments[index]
    let label = experiment.options.label
    let shown =
      experiment.options.output && transcript.outputs.indices.contains(index)
      ? transcript.outputs[index] : []
    // A label names the first figure or table; where there is none, the experiment itself.
    let id: HTML =
      label.map { shown.contains(where: \.isNumbered) ? "" : " id=\"\($0)\"" } ?? ""
    let sweep = checkedSweep(index, shown)
    let block = sweep == nil ? nil : live?.experiments.firstIndex(of: index)
    let live: HTML =
      block.map { " data-live=\"\(lesson.slug)\" data-block=\"\($0)\"" } ?? ""
    let outputs = outputs(shown, label: label, sweep: sweep, isLive: block != nil)
    return """
      <div class="experiment\(sweep == nil ? "" : " sweep")"\(id)\(live)>
      \(code(of: experiment))\(revealed(outputs))</div>

      """
  }

  /// What the controls of an experiment change, if every position can be shown.
  private mutating func checkedSweep(_ index: Int, _ shown: [Output]) -> Sweep? {
    guard !shown.isEmpty, transcript.sweeps.indices.contains(index),
      let sweep = transcript.sweeps[index]
    else { return nil }
    let experiment = lesson.experiments[index]
    if let range = sweep.controls.first(where: { $0.range != nil }), !experiment.options.live {
      tell(
        .error, experiment,
        "“\(range.name)” goes through a range, which takes a program in the page, and this block is "
          + "not live.", help: "`//| live: true`, or `values:` for positions that are ready-made")
      return nil
    }
    let isLive = live?.experiments.contains(index) ?? false
    guard isLive || sweep.controls.indices.contains(where: sweep.isReadyMade) else { return nil }
    if let (message, help) = sweep.error(initially: shown) {
      tell(.error, experiment, message, help: help)
      return nil
    }
    for (message, help) in sweep.jumpingAxes(initially: shown) {
      tell(.warning, experiment, message, help: help)
    }
    sweeps.append(
      ShownSweep(
        lesson: lesson, experiment: experiment, sweep: sweep,
        isLive: isLive))
    return sweep
  }

  private mutating func tell(
    _ severity: Diagnostic.Severity, _ experiment: Experiment, _ message: String, help: String
  ) {
    diagnostics.append(
      Diagnostic(
        severity, path: lesson.path, position: Position(line: experiment.fenceLine, column: 1),
        message, help: help, sourceLine: lesson.lines[experiment.fenceLine - 1]))
  }

  /// What an experiment shows, folded away where a prediction above waits for it.
  private mutating func revealed(_ outputs: HTML) -> HTML {
    guard !outputs.isEmpty, let reveal = waiting else { return outputs }
    waiting = nil
    return reveal.html(outputs)
  }

  private func code(of experiment: Experiment) -> HTML {
    let code = experiment.shownCode
    switch experiment.options.echo {
    case .hidden: return ""
    case .shown: return html(of: experiment)
    case .folded:
      let first = code.split(separator: "\n").first.map(String.init) ?? ""
      return """
        <details class="fold"><summary><code>\(SwiftToken.html(of: first))</code></summary>
        \(html(of: experiment))</details>

        """
    }
  }

  /// The code, with the emphasized lines marked.
  private func html(of experiment: Experiment) -> HTML {
    let code = experiment.shownCode
    if experiment.options.highlight.isEmpty { return html(code: code, language: "swift") }
    let lines = LinkedCode(code, links: symbols).lines.enumerated().map { index, line -> HTML in
      experiment.isHighlighted(line: index + 1) ? "<mark>\(line)</mark>" : line
    }
    return "<pre class=\"code\" tabindex=\"0\"><code>\(lines.joined())</code></pre>\n"
  }

  /// Code in a box that scrolls by itself, and can be scrolled with the keyboard; lines of what is no
  /// code are broken.
  func html(code: String, language: String?) -> HTML {
    let code = code.withoutLastNewline
    let text = language == "swift" ? LinkedCode(code, links: symbols).html : HTML(escaping: code)
    let wraps: HTML = ["text", "console"].contains(language) ? " wraps" : ""
    return "<pre class=\"code\(wraps)\" tabindex=\"0\"><code>\(text)</code></pre>\n"
  }
}

extension String {
  /// The text without the newline that ends its last line.
  var withoutLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
