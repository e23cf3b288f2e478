import Lessons

/// One thing the Swift compiler said.
package struct CompilerMessage: Equatable {
  package enum Kind: String { case error, warning, note, remark }

  var kind: Kind
  /// The file as `#sourceLocation` gave it; nil where the message belongs to no line.
  var path: String?
  var position: Position?
  var text: String

  var isError: Bool { kind == .error }

  init(kind: Kind, path: String?, position: Position?, text: String) {
    self.kind = kind
    self.path = path
    self.position = position
    self.text = text
  }

  init(error text: String) { self.init(kind: .error, path: nil, position: nil, text: text) }

  /// Reads `path:line:column: kind: text` lines; source lines and carets between them are left out.
  package static func parse(_ output: String) -> [CompilerMessage] {
    output.split(separator: "\n").compactMap { line in
      guard
        let match = line.wholeMatch(
          of: /(.+?):(\d+):(\d+): (error|warning|note|remark): (.*)/),
        let kind = Kind(rawValue: String(match.4)), let row = Int(match.2),
        let column = Int(match.3)
      else {
        let match = line.wholeMatch(of: /(?:<unknown>:0: )?(error|warning): (.*)/)
        return match.flatMap { match in
          Kind(rawValue: String(match.1)).map {
            CompilerMessage(kind: $0, path: nil, position: nil, text: String(match.2))
          }
        }
      }
      return CompilerMessage(
        kind: kind, path: String(match.1), position: Position(line: row, column: column),
        // The name of the message's group, such as "[#ActorIsolatedCall]", leads to no page here.
        text: String(match.5).replacing(#/ \[#\w+\]$/#, with: ""))
    }
  }

  /// The errors among `messages` as problems of the lesson, each with the notes that follow it.
  ///
  /// A message outside the lesson's own lines is put at `fallback`.
  package static func diagnostics(
    _ messages: [CompilerMessage], of lesson: Lesson, fallback: Position
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for message in messages {
      let isInLesson = message.path.map { lesson.hasCode(in: $0) } ?? false
      // What refuses an inline value is a function that the lesson's author never sees.
      if let reason = message.text.wholeMatch(of: /'_v' is unavailable: (.*)/)?.1 {
        let value = lesson.values.first { $0.position.line == message.position?.line }
        diagnostics.append(
          lesson.diagnostic(
            at: value?.position ?? fallback, reason.prefix(1).uppercased() + reason.dropFirst()))
        continue
      }
      switch message.kind {
      case .error:
        if isInLesson, let path = message.path, let position = message.position {
          diagnostics.append(lesson.diagnostic(in: path, at: position, message.text))
        } else {
          diagnostics.append(lesson.diagnostic(at: fallback, message.text))
        }
      case .note where !diagnostics.isEmpty:
        // A place in the engine is of no use to the lesson's author, but a requirement of it is.
        guard isInLesson || !message.text.hasSuffix("here") else { continue }
        let line = isInLesson ? message.position.map { "line \($0.line): " } ?? "" : ""
        diagnostics[diagnostics.count - 1].notes.append(line + message.text)
      default: break
      }
    }
    return diagnostics
  }
}
