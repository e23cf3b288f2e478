import Lessons

extension CompilerMessage {
  /// The errors among `messages` as problems of the lesson, each with the notes that follow it.
  ///
  /// A message outside the lesson's own lines is put where its first note points, or at `fallback`.
  ///
  /// - Parameter session: the session that was compiled; other blocks' names are not known in it.
  package static func diagnostics(
    _ messages: [CompilerMessage], of lesson: Lesson, fallback: Position, session: String = ""
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var isPlaced = true
    // A note belongs to the error or warning above it.
    var isOfError = false
    for message in messages {
      let place = message.place(in: lesson)
      if message.kind != .note { isOfError = message.isError }
      switch message.kind {
      case .error:
        isPlaced = place != nil
        if let reason = message.text.wholeMatch(of: /'\w+' is unavailable: (.*)/)?.1 {
          // What refuses an inline value is a function that the lesson's author never sees.
          let value = lesson.values.first { $0.position.line == message.position?.line }
          let isValue = message.text.hasPrefix("'_v'")
          diagnostics.append(
            lesson.diagnostic(
              at: (isValue ? value?.position : place?.position) ?? fallback,
              reason.prefix(1).uppercased() + reason.dropFirst()))
        } else if let (path, position) = place {
          diagnostics.append(lesson.diagnostic(in: path, at: position, message.text))
        } else {
          diagnostics.append(lesson.diagnostic(at: fallback, message.text))
        }
      case .note where isOfError:
        // A place in the engine is of no use to the lesson's author, but a requirement of it is, and
        // the name of the function that was meant, such as 'train(on:epochs:)'.
        let isUseful = !message.text.hasSuffix("here") || message.text.hasSuffix(")' declared here")
        guard place != nil || isUseful, !message.isOfOthers else { continue }
        if let (path, position) = place, !isPlaced {
          let error = diagnostics.removeLast()
          diagnostics.append(lesson.diagnostic(in: path, at: position, error.message))
          diagnostics[diagnostics.count - 1].notes = error.notes
          isPlaced = true
          continue
        }
        let last = diagnostics.count - 1
        let line = place.map { "line \($0.position.line): " } ?? ""
        // Of several ways out, the first is the one that a lesson takes.
        let isOtherWay =
          message.text.hasPrefix("did you mean to ")
          && diagnostics[last].notes.contains { $0.contains("did you mean to ") }
        if !isOtherWay { diagnostics[last].notes.append(line + message.text) }
      default: break
      }
    }
    var told = diagnostics.withoutEchoes(in: lesson).withoutRepetitions
    for index in told.indices {
      CompilerHint(told[index], in: lesson, session: session).complete(&told[index])
    }
    return told
  }

  /// Whether it speaks of what else there might have been, or of the compiler's own options.
  private var isOfOthers: Bool {
    ["candidate ", "automatic synthesis of", "where 'Self' =", "pass '-", "top-level code defined"]
      .contains { text.hasPrefix($0) }
  }

  /// Where the message stands in the lesson's own text or in code that it takes from a file.
  private func place(in lesson: Lesson) -> (path: String, position: Position)? {
    guard let path, let position, lesson.hasCode(in: path),
      path != lesson.path || position.line <= lesson.lines.count
    else { return nil }
    return (path, position)
  }
}

extension [Diagnostic] {
  /// The problems, each once: a macro or a builder may have the compiler say it twice.
  fileprivate var withoutRepetitions: [Diagnostic] {
    indices.filter { !self[..<$0].contains(self[$0]) }.map { self[$0] }
  }

  /// The problems without those that only follow from others: a line that cannot be parsed is told
  /// once, and the call around an inline value not at all.
  fileprivate func withoutEchoes(in lesson: Lesson) -> [Diagnostic] {
    let roots = ["consecutive statements on a line", "unnamed parameters must be written"]
    let torn = filter { problem in roots.contains { problem.message.hasPrefix($0) } }
    return filter { problem in
      guard let place = problem.position else { return true }
      let line = filter { $0.path == problem.path && $0.position?.line == place.line }
      // A call that is wrong leaves its arguments without a type.
      let isUntyped = { (message: String) in message.hasPrefix("cannot infer contextual base") }
      if isUntyped(problem.message), !line.allSatisfy({ isUntyped($0.message) }) { return false }
      let tears = torn.filter { $0.path == problem.path && $0.position?.line == place.line }
      if !tears.isEmpty {
        let isEcho = tears.contains { $0.position == place } && !tears.contains(problem)
        return !isEcho && line.allSatisfy { other in other.position.map { $0 >= place } ?? true }
      }
      let values = lesson.values.filter { $0.position.line == place.line }
      guard problem.path == lesson.path, !values.isEmpty, line.count > 1 else { return true }
      return values.contains {
        ($0.position.column...($0.position.column + $0.expression.utf8.count))
          .contains(place.column)
      }
    }
  }
}
