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
    let context = error.context
    return Diagnostic(
      .error, path: path,
      position: Position(line: context.lineNumber, column: context.columnNumber),
      "This template cannot be read: \(reason(error.error)).",
      help: "Templates are Mustache: {{name}}, {{{markup}}}, {{#section}} … {{/section}}.",
      sourceLine: context.line)
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
