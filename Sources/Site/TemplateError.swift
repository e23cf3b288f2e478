import Lessons
import Mustache

/// Why a template cannot be read.
struct TemplateError {
  private let error: any Error

  init(_ error: any Error) { self.error = error }

  func diagnostic(path: String, text: String) -> Diagnostic {
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.error, path: path, "This template cannot be read: \(error).")
    }
    var place = Position(line: error.context.lineNumber, column: error.context.columnNumber)
    var help = "Templates are Mustache: {{name}}, {{{markup}}}, {{#section}} … {{/section}}."
    if case .expectedSectionEnd? = error.error as? MustacheTemplate.Error,
      let open = Self.openSection(in: text)
    {
      place = open.position
      help = "{{/\(open.name)}} where it ends"
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Diagnostic(
      .error, path: path, position: place,
      "This template cannot be read: \(reason(error.error)).", help: help,
      sourceLine: lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil)
  }

  /// The innermost section that nothing closes.
  private static func openSection(in text: String) -> (name: String, position: Position)? {
    var open: [(name: String, position: Position)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      for tag in line.matches(of: #/\{\{([#^$</])\s*([^}]*?)\s*\}\}/#) {
        if tag.1 == "/" {
          _ = open.popLast()
        } else {
          let column = line[..<tag.range.lowerBound].utf8.count + 1
          open.append((String(tag.2), Position(line: number + 1, column: column)))
        }
      }
    }
    return open.last
  }

  private func reason(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section ends under another name than it began with"
    case .expectedSectionEnd: "a section has no end"
    case .unfinishedName: "a tag has no end"
    case .invalidSetDelimiter: "delimiters are set wrongly"
    case .illegalTokenInsideInheritSection: "only blocks may stand inside an inherited template"
    case .textInsideInheritSection: "only blocks may stand inside an inherited template"
    case nil: "it ends inside a tag"
    case let other?: "\(other)"
    }
  }
}
