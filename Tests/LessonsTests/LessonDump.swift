import Lessons

/// A lesson's tree as text, a line a block, for tests to compare and people to read.
///
/// Places are `@line:column` in the file; `/` is a line end inside a paragraph, `//` a hard one.
extension Lesson {
  var dump: String {
    let notes = footnotes.flatMap { note in
      ["footnote \(note.label)"] + lines(note.blocks).map { "  " + $0 }
    }
    return (lines(blocks) + notes).joined(separator: "\n")
  }

  private func lines(_ blocks: [Block]) -> [String] { blocks.flatMap(lines) }

  private func lines(_ block: Block) -> [String] {
    func nested(_ title: String, _ blocks: [Block]) -> [String] {
      [title] + lines(blocks).map { "  " + $0 }
    }
    switch block {
    case .heading(let level, let id, let inlines):
      return ["heading \(level) #\(id) \(text(inlines))"]
    case .paragraph(let inlines): return ["paragraph \(text(inlines))"]
    case .list(let list):
      let start = list.start.map { " from \($0)" } ?? ""
      return ["list\(start)\(list.isTight ? "" : ", loose")"]
        + list.items.flatMap { item in
          nested(item.isDone.map { $0 ? "task done" : "task open" } ?? "item", item.blocks)
        }.map { "  " + $0 }
    case .quote(let blocks): return nested("quote", blocks)
    case .alert(let alert, let blocks): return nested("alert \(alert.rawValue)", blocks)
    case .table(let table):
      let rows = table.rows.map { row in "  row " + row.map(text).joined(separator: " | ") }
      let caption = table.caption.map { ["  caption " + text($0)] } ?? []
      return [
        "table\(hash(table.label)) \(table.alignments.map { "\($0)" }.joined(separator: " "))"
      ] + caption + [
        "  header " + table.header.map(text).joined(separator: " | ")
      ] + rows
    case .code(let language, let text):
      return ["code \(language ?? "plain")"] + bars(text)
    case .experiment(let index):
      let experiment = experiments[index]
      let path = experiment.path.map { " of \($0)" } ?? ""
      return ["experiment\(experiment.options.dump)\(path) \(at(experiment.position))"]
        + experiment.code.map { $0.isEmpty ? "  |" : "  | \($0)" }
    case .math(let formula):
      return ["formula\(hash(formula.label)) \(at(formula.position))"] + bars(formula.tex)
    case .container(let container, let blocks):
      let title = container.title.map { " \"\($0)\"" } ?? ""
      let verdict = container.verdict.map { ", \($0.rawValue)" } ?? ""
      return nested("\(container.kind.rawValue)\(hash(container.id))\(title)\(verdict)", blocks)
    case .thematicBreak: return ["break"]
    case .html(let html): return ["html"] + bars(html)
    }
  }

  private func bars(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? "  |" : "  | \($0)" }
  }

  private func text(_ inlines: [Inline]) -> String { inlines.map(text).joined(separator: " ") }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return "\"\(text)\""
    case .emphasis(let inlines): return "emphasis(\(text(inlines)))"
    case .strong(let inlines): return "strong(\(text(inlines)))"
    case .strikethrough(let inlines): return "strikethrough(\(text(inlines)))"
    case .code(let code): return "code(\(code))"
    case .link(let destination, let title, let inlines):
      return "link(\(destination)\(title.map { " '\($0)'" } ?? ""): \(text(inlines)))"
    case .image(let source, let title, let alternative):
      return "image(\(source)\(title.map { " '\($0)'" } ?? ""): \(text(alternative)))"
    case .math(let formula): return "math(\(formula.tex) \(at(formula.position)))"
    case .value(let index):
      let value = values[index]
      return "value(\(value.expression) \(at(value.position)) after experiment \(value.experiment))"
    case .reference(let label, let destination): return "reference(\(label): \(destination))"
    case .citation(let citations):
      let parts = citations.map {
        "\($0.isInSentence ? "in the sentence " : "")\($0.key)\($0.locator.map { ", " + $0 } ?? "") \(at($0.position))"
      }
      return "citation(\(parts.joined(separator: "; ")))"
    case .term(let name, let text): return "term(\(name): \"\(text)\")"
    case .footnote(let index): return "footnote(\(footnotes[index].label))"
    case .softBreak: return "/"
    case .lineBreak: return "//"
    case .html(let html): return "html(\(html))"
    }
  }

  private func hash(_ id: String?) -> String { id.map { " #\($0)" } ?? "" }

  private func at(_ position: Position) -> String { "@\(position.line):\(position.column)" }
}

extension Experiment.Options {
  /// The options that differ from the defaults.
  var dump: String {
    let defaults = Experiment.Options()
    var parts: [String] = []
    if let label { parts.append("label=\(label)") }
    if eval != defaults.eval { parts.append("eval=\(eval)") }
    if compile != defaults.compile { parts.append("compile=\(compile)") }
    if echo != defaults.echo { parts.append("echo=\(echo)") }
    if output != defaults.output { parts.append("output=\(output)") }
    if !highlight.isEmpty {
      let lines = highlight.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0)" }
      parts.append("highlight=\(lines.joined(separator: ","))")
    }
    if timeout != defaults.timeout { parts.append("timeout=\(timeout)") }
    if let failure { parts.append("error=\(failure)") }
    if let memory { parts.append("memory=\(memory)") }
    if let outputLimit { parts.append("output-limit=\(outputLimit)") }
    if sweepBudget != defaults.sweepBudget { parts.append("sweep-budget=\(sweepBudget)") }
    if session != defaults.session { parts.append("session=\(session)") }
    if live != defaults.live { parts.append("live=\(live)") }
    return parts.map { " " + $0 }.joined()
  }
}

extension Diagnostic {
  /// The place, the message and what to try, on one line.
  var dump: String {
    let place = position.map { " \($0.line):\($0.column)" } ?? ""
    return "\(severity.rawValue)\(place) \(message)\(help.map { " Try: \($0)" } ?? "")"
  }
}
