import Lessons
import TranscriptFormat

extension LessonBody {
  /// What an experiment shows; its label names its first figure or table.
  mutating func outputs(_ outputs: [Output], label: String?) -> HTML {
    var result: HTML = ""
    var label = label
    var claims: [Claim] = []
    for output in outputs {
      if case .claim(let claim) = output {
        claims.append(claim)
        continue
      }
      result += claims.html
      claims = []
      switch output {
      case .printed(let text):
        result +=
          "<pre class=\"printed\" tabindex=\"0\"><samp>\(text.withoutLastNewline)</samp></pre>\n"
      case .text(let text):
        result += "<pre class=\"shown\" tabindex=\"0\"><samp>\(text)</samp></pre>\n"
      case .figure(let figure):
        result += html(figure, label: label)
        label = nil
      case .table(let caption, let table):
        result += html(table, caption: caption, label: label)
        label = nil
      case .claim: break
      }
    }
    return result + claims.html
  }

  private mutating func html(_ figure: Figure, label: String?) -> HTML {
    let name = count.figure()
    let id = label ?? "figure.\(count.figures)"
    return """
      <figure id="\(id)">
      <div class="drawing"><div class="wide">\(HTML(verbatim: figure.wide))</div>\
      <div class="narrow">\(HTML(verbatim: figure.narrow))</div></div>
      <figcaption><a class="number" href="#\(id)">\(name)</a> \
      \(figure.caption)</figcaption>
      </figure>
      \(folded(figure.data, name: name))
      """
  }

  /// The plotted data. They follow the figure, whose caption has to be its last part.
  private func folded(_ data: [PanelData], name: String) -> HTML {
    let tables = data.map { panel -> HTML in
      guard !panel.title.isEmpty else { return panel.table.html(name: "Data of \(name)") }
      return """
        <p>\(panel.title)</p>
        \(panel.table.html(name: "Data of \(name), \(panel.title)"))
        """
    }
    return """
      <details class="data"><summary>Data of \(name)</summary>
      \(tables.joined())</details>

      """
  }

  private mutating func html(_ table: Table, caption: String, label: String?) -> HTML {
    let name = count.table()
    return captioned(name, label, caption: HTML(escaping: caption), table.html(name: name))
  }
}
