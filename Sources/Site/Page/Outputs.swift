import Lessons
import TranscriptFormat

extension LessonBody {
  /// What an experiment shows. Claims that follow each other make one list.
  ///
  /// The experiment's label names its first figure or table.
  mutating func outputs(_ outputs: [Output], label: String?) -> HTML {
    var result: HTML = ""
    var label = label
    var claims: [Claim] = []
    for output in outputs {
      if case .claim(let claim) = output {
        claims.append(claim)
        continue
      }
      result += list(claims)
      claims = []
      switch output {
      case .printed(let text):
        result +=
          "<pre class=\"printed\" tabindex=\"0\"><samp>\(text.trimmingLastNewline)</samp></pre>\n"
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
    return result + list(claims)
  }

  private mutating func html(_ figure: Figure, label: String?) -> HTML {
    let name = count.name(next: .figure(figure)) ?? ""
    let id = label ?? "figure.\(count.figures)"
    let path = "figures/\(lesson.slug)-\(count.figures).csv"
    dataFiles.append(SiteFile(path: path, contents: .text(figure.data.csv)))
    return """
      <figure id="\(id)">
      <div class="chart"><div class="wide">\(HTML(verbatim: figure.wide))</div>\
      <div class="narrow">\(HTML(verbatim: figure.narrow))</div></div>
      <figcaption><a class="number" href="#\(id)">\(name)</a> \
      \(figure.caption)</figcaption>
      </figure>
      \(folded(figure.data, path: path, name: name))
      """
  }

  /// The plotted data: at most 200 rows in the page, all of them in the file.
  private func folded(_ data: Table, path: String, name: String) -> HTML {
    let rows = data.rows.count
    let shown = data.thinned(to: 200)
    let note: HTML =
      shown.rows.count == rows ? "" : "\(shown.rows.count) of the \(rows) rows are shown. "
    return """
      <details class="data"><summary>Data of \(name)</summary>
      <p>\(note)<a href="\(path)" download="">All of it as CSV</a></p>
      \(shown.html(name: "Data of \(name)"))</details>

      """
  }

  private mutating func html(_ table: Table, caption: String, label: String?) -> HTML {
    let name = count.name(next: .table(caption: caption, table)) ?? ""
    let id = label ?? "table.\(count.tables)"
    return """
      <figure class="table" id="\(id)">
      <figcaption><a class="number" href="#\(id)">\(name)</a> \
      \(caption)</figcaption>
      \(table.html(name: name))</figure>

      """
  }

  private func list(_ claims: [Claim]) -> HTML {
    guard !claims.isEmpty else { return "" }
    let items = claims.map { claim -> HTML in
      let mark: HTML =
        claim.holds
        ? "<span class=\"mark\"><span aria-hidden=\"true\">✓</span> checked</span>"
        : "<span class=\"mark\"><span aria-hidden=\"true\">✗</span> does not hold</span>"
      let measured: HTML =
        claim.measured.isEmpty
        ? ""
        : claim.required.isEmpty
          ? " <span class=\"measured\">measured \(claim.measured)</span>"
          : " <span class=\"measured\">measured \(claim.measured), expected \(claim.required)</span>"
      let state: HTML = claim.holds ? "holds" : "fails"
      return "<li class=\"\(state)\">\(mark) \(claim.sentence)\(measured)</li>\n"
    }
    return "<ul class=\"claims\">\n\(items.joined())</ul>\n"
  }
}

extension String {
  /// The text without the newline that ends its last line.
  fileprivate var trimmingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
