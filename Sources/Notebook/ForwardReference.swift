import Lessons

/// A use, in a block or an inline value, of a variable that only a later block declares.
///
/// Swift allows it for the variables of a program, and the value is then zero or garbage. So the
/// variables that earlier texts may mean are marked as deprecated, for once, and the compiler tells
/// where it finds them.
package struct ForwardReference {
  /// The experiment that declares the variable, by its index in the lesson.
  package let declaration: Int
  package let name: String

  /// The variables of a session to look for; most lessons have none.
  package static func suspects(in session: Session) -> [ForwardReference] {
    let lesson = session.lesson
    var mentioned: Set<String> = []
    var suspects: [ForwardReference] = []
    for (place, experiment) in session.experiments.enumerated() {
      for name in variables(in: lesson.experiments[experiment].code)
      where mentioned.contains(name) && !suspects.contains(where: { $0.name == name }) {
        suspects.append(ForwardReference(declaration: experiment, name: name))
      }
      mentioned.formUnion(CodeNames(lesson.experiments[experiment].code).names)
      // What stands between this block and the next one.
      let isLast = place == session.experiments.count - 1
      let next = isLast ? Int.max : session.experiments[place + 1]
      for value in session.values.map({ lesson.values[$0] })
      where value.experiment < next && (place == 0 || value.experiment >= experiment) {
        mentioned.formUnion(CodeNames([value.expression]).names)
      }
    }
    return suspects
  }

  /// The names that `let` and `var` at the start of a line declare.
  package static func variables(in code: [String]) -> [String] {
    code.flatMap { line -> [String] in
      guard line.hasPrefix("let") || line.hasPrefix("var"),
        let match = line.prefixMatch(of: /(?:let|var)\s+(?:\(([^)]*)\)|([^\s:=,]+))/)
      else {
        return []
      }
      if let tuple = match.1 {
        return tuple.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      }
      return match.2.map { [String($0)] } ?? []
    }
  }

  /// The uses of `suspects` above their declaration, by what the compiler says of their program.
  static func told(
    in messages: [CompilerMessage], of suspects: [ForwardReference], session: Session
  ) -> [Diagnostic] {
    let lesson = session.lesson
    return messages.compactMap { message in
      guard let name = message.text.wholeMatch(of: /'(\w+)' is deprecated/)?.1,
        let suspect = suspects.first(where: { $0.name == name }),
        let path = message.path, let place = message.position,
        isAbove(path, place, suspect.declaration, in: session)
      else { return nil }
      var problem = lesson.diagnostic(in: path, at: place, "cannot find '\(name)' in scope")
      let line = lesson.experiments[suspect.declaration].fenceLine
      problem.notes = ["‘\(name)’ gets its value in the block at line \(line), further down"]
      return problem
    }
  }

  /// Whether a place in the lesson, or in code that it takes from a file, comes before a block.
  private static func isAbove(
    _ path: String, _ place: Position, _ declaration: Int, in session: Session
  ) -> Bool {
    let lesson = session.lesson
    guard path != lesson.path else {
      return place.line < lesson.experiments[declaration].fenceLine
    }
    return session.experiments.contains { index in
      let block = lesson.experiments[index]
      return index < declaration && block.path == path
        && (block.position.line..<block.position.line + block.code.count).contains(place.line)
    }
  }
}
