import Lessons
import TranscriptFormat

extension LessonBody {
  /// What an experiment shows; its label names its first figure or table.
  ///
  /// - Parameter sweep: What of that changes with the experiment's controls.
  mutating func outputs(_ outputs: [Output], label: String?, sweep: Sweep?) -> HTML {
    var result: HTML = ""
    var label = label
    var claims: [Claim] = []
    var positions = sweep.map(Positions.init)
    for (index, output) in outputs.enumerated() {
      if let sweep, index == sweep.start {
        result += claims.html + sweep.html(name: label ?? "sweep.\(sweeps.count)")
        claims = []
      }
      if case .claim(let claim) = output {
        claims.append(claim)
        continue
      }
      result += claims.html
      claims = []
      let isAbove = index < sweep?.start ?? .max
      var place = isAbove ? Place(output) : Place(output, &positions)
      switch output {
      case .printed(let text):
        result +=
          "<pre class=\"printed\" tabindex=\"0\"><samp>\(text.withoutLastNewline)</samp></pre>\n"
      case .failure(let message):
        result += "<pre class=\"failure\" tabindex=\"0\"><samp>\(message)</samp></pre>\n"
      case .text: result += place.html { $0.shownText }
      case .figure:
        result += figure(&place, label: label)
        label = nil
      case .table:
        result += table(&place, label: label)
        label = nil
      case .claim: break
      }
      if !isAbove { positions = place.positions }
    }
    if let positions { sweeps[sweeps.count - 1].addedBytes = positions.addedBytes }
    return result + claims.html
  }

  /// An output, and how it changes with the controls if there are any above it.
  private struct Place {
    let outputs: [Output]
    var positions: Positions?

    init(_ output: Output) { outputs = [output] }

    init(_ output: Output, _ positions: inout Positions?) {
      let changes =
        switch output {
        case .printed, .failure, .claim: false
        case .figure, .table, .text: true
        }
      outputs = changes ? positions?.takeOutputs(output) ?? [output] : [output]
      self.positions = positions
    }

    /// What `html` makes of the output, at every position.
    mutating func html(_ html: (Output) -> HTML) -> HTML {
      outputs.count == 1 ? html(outputs[0]) : positions?.place(outputs, html) ?? ""
    }
  }

  private mutating func figure(_ place: inout Place, label: String?) -> HTML {
    let name = count.figure()
    let id = label ?? "figure.\(count.figures)"
    let drawing = place.html { $0.drawing }
    let caption = place.html { numbered(name, id: id, HTML(escaping: $0.caption)) }
    for panel in place.outputs.flatMap(\.data) where !panel.csv.isEmpty {
      let file = SiteFile(path: panel.file(of: lesson), contents: .text(panel.csv))
      if !files.contains(file) { files.append(file) }
    }
    // The data follow the figure, whose caption has to be its last part.
    return """
      <figure id="\(id)">
      \(drawing)<figcaption>\(caption)</figcaption>
      </figure>
      <details class="data"><summary>Data of \(name)</summary>
      \(place.html { $0.data.map { $0.html(of: name, file: $0.file(of: lesson)) }.joined() })</details>

      """
  }

  private mutating func table(_ place: inout Place, label: String?) -> HTML {
    let name = count.table()
    let id = label ?? "table.\(count.tables)"
    let caption = place.html { numbered(name, id: id, HTML(escaping: $0.caption)) }
    return captioned(id: id, caption, place.html { $0.table.html(name: name) })
  }
}

extension Output {
  fileprivate var shownText: HTML {
    guard case .text(let text) = self else { return "" }
    return "<pre class=\"shown\" tabindex=\"0\"><samp>\(text)</samp></pre>\n"
  }

  /// The chart, for a column and for a phone.
  fileprivate var drawing: HTML {
    guard case .figure(let figure) = self else { return "" }
    return """
      <div class="drawing"><div class="wide">\(HTML(verbatim: figure.wide))</div>\
      <div class="narrow">\(HTML(verbatim: figure.narrow))</div></div>

      """
  }

  fileprivate var caption: String {
    switch self {
    case .figure(let figure): figure.caption
    case .table(let caption, _): caption
    case .printed, .text, .failure, .claim: ""
    }
  }

  /// The plotted data, panel by panel.
  fileprivate var data: [PanelData] {
    if case .figure(let figure) = self { figure.data } else { [] }
  }

  fileprivate var table: Table {
    if case .table(_, let table) = self { table } else { Table(columns: [], rows: []) }
  }
}

extension PanelData {
  fileprivate func html(of figure: String, file: String) -> HTML {
    let name = title.isEmpty ? "Data of \(figure)" : "Data of \(figure), \(title)"
    let link: HTML =
      csv.isEmpty
      ? "" : "<a href=\"\(file)\" download=\"\" aria-label=\"\(name) as CSV\">All values as CSV</a>"
    let heading: HTML = title.isEmpty ? link : "\(title) \(link)"
    return (heading.source.isEmpty ? "" : "<p>\(heading)</p>\n") + table.html(name: name)
  }

  /// The file with all values; its name follows from them, so that what changes gets a new one.
  fileprivate func file(of lesson: Lesson) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in csv.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "figures/\(lesson.slug)-\(String(hash, radix: 36)).csv"
  }
}
