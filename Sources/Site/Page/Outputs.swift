import Lessons
import TranscriptFormat

extension LessonBody {
  /// What an experiment shows; its label names its first figure or table.
  ///
  /// - Parameters:
  ///   - sweep: What of that changes with the experiment's controls.
  ///   - isLive: Whether a program in the page can change it further.
  mutating func outputs(_ outputs: [Output], label: String?, sweep: Sweep?, isLive: Bool) -> HTML {
    var result: HTML = ""
    var label = label
    var claims: [Claim] = []
    var positions = sweep.map { Positions($0, isLive: isLive) }
    for (index, output) in outputs.enumerated() {
      if let sweep, index == sweep.start {
        result +=
          claims.html(words) + sweep.html(name: label ?? "sweep.\(sweeps.count)", isLive: isLive)
        claims = []
      }
      if case .claim(let claim) = output {
        claims.append(claim)
        continue
      }
      result += claims.html(words)
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
      case .runs(let caption, let runs): result += self.runs(caption, runs)
      case .claim: break
      }
      if !isAbove { positions = place.positions }
    }
    if let positions { sweeps[sweeps.count - 1].addedBytes = positions.addedBytes }
    return result + claims.html(words)
  }

  /// An output, and how it changes with the controls if there are any above it.
  private struct Place {
    let outputs: [Output]
    var positions: Positions?

    init(_ output: Output) { outputs = [output] }

    init(_ output: Output, _ positions: inout Positions?) {
      let changes =
        switch output {
        case .printed, .failure, .runs, .claim: false
        case .figure, .table, .text: true
        }
      outputs = changes ? positions?.takeOutputs(output) ?? [output] : [output]
      self.positions = positions
    }

    /// What `html` makes of the output, at every position.
    mutating func html(_ html: (Output) -> HTML) -> HTML {
      // A program finds its places even where nothing else is ready-made.
      if outputs.count == 1, positions?.isLive != true { return html(outputs[0]) }
      return positions?.place(outputs, html) ?? ""
    }
  }

  private mutating func figure(_ place: inout Place, label: String?) -> HTML {
    let name = count.figure()
    let id = label ?? "figure.\(count.figures)"
    let drawing = place.html { named($0).drawing }
    let caption = place.html { numbered(name, id: id, self.caption($0.caption)) }
    let link = place.html { drawingLink($0, of: name) }
    let data = place.html { self.data($0, of: name) }
    // The data follow the figure, whose caption has to be its last part.
    return """
      <figure id="\(id)">
      \(drawing)<figcaption>\(caption)</figcaption>
      </figure>
      <details class="data"><summary>\(words("Data of %", name))</summary>
      \(link)\(data)</details>

      """
  }

  /// A link to a figure's drawing as a file.
  private mutating func drawingLink(_ output: Output, of name: String) -> HTML {
    guard case .figure(let figure) = named(output) else { return "" }
    let drawing = FigureFile(
      svg: figure.wide, caption: namedCaption(figure.caption), colors: context.colors)
    let file = offer(drawing.deferred, "svg")
    return """
      <p><a href="\(file)" download="" aria-label="\(words("% as SVG", name))">\
      \(words("The drawing as SVG"))</a></p>

      """
  }

  /// The data of a figure, panel by panel, with all of them as files.
  private mutating func data(_ output: Output, of name: String) -> HTML {
    guard case .figure(let figure) = output else { return "" }
    return figure.data.map { panel -> HTML in
      let file =
        panel.csv.isEmpty ? nil : offer(DeferredText(from: [panel.csv]) { panel.csv }, "csv")
      return panel.html(of: words("Data of %", name), file: file, words)
    }.joined()
  }

  /// Adds a file whose name follows from what it holds, and gives its path.
  private mutating func offer(_ text: DeferredText, _ kind: String) -> String {
    let path = "figures/\(lesson.slug)-\(text.digest).\(kind)"
    if !files.contains(where: { $0.path == path }) {
      files.append(SiteFile(path: path, contents: .deferred(text)))
    }
    return path
  }

  private mutating func table(_ place: inout Place, label: String?) -> HTML {
    let name = count.table()
    let id = label ?? "table.\(count.tables)"
    let caption = place.html { numbered(name, id: id, self.caption($0.caption)) }
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
      <div class="drawing"><div class="wide"\(figure.wide.measures)>\(HTML(verbatim: figure.wide))</div>\
      <div class="narrow"\(figure.narrow.measures)>\(HTML(verbatim: figure.narrow))</div></div>

      """
  }

  fileprivate var caption: String {
    switch self {
    case .figure(let figure): figure.caption
    case .table(let caption, _), .runs(let caption, _): caption
    case .printed, .text, .failure, .claim: ""
    }
  }

  fileprivate var table: Table {
    if case .table(_, let table) = self { table } else { Table(columns: [], rows: []) }
  }
}

extension String {
  /// A style that keeps the place of this drawing as long as a browser has not drawn it.
  fileprivate var measures: HTML {
    guard let start = prefix(400).firstRange(of: "viewBox=\"")?.upperBound else { return "" }
    let numbers = self[start...].prefix { $0 != "\"" }.split(separator: " ")
    guard numbers.count == 4, numbers.allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "." } })
    else { return "" }
    return
      " style=\"aspect-ratio:\(String(numbers[2]))/\(String(numbers[3]));max-width:\(String(numbers[2]))px\""
  }
}

extension PanelData {
  fileprivate func html(of data: String, file: String?, _ words: FrameWords) -> HTML {
    let name = title.isEmpty ? data : "\(data), \(title)"
    let link =
      file.map {
        """
        <a href="\($0)" download="" aria-label="\(words("% as CSV", name))">\
        \(words("All values as CSV"))</a>
        """ as HTML
      } ?? ""
    let heading: HTML = title.isEmpty ? link : "\(title) \(link)"
    return (heading.isEmpty ? "" : "<p>\(heading)</p>\n") + table.html(name: name)
  }
}
