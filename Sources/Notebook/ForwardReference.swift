import Lessons

/// A use, in a block or an inline value, of a variable that only a later block declares.
///
/// Swift allows it for the variables of a program, and the value is then zero or garbage. So every
/// place that mentions a name of a later block is compiled once more, with nothing below it.
package struct ForwardReference {
  /// The last experiment that the check includes, by its index in the lesson.
  let experiment: Int
  /// The first line of the block that declares the name.
  let declaration: Int
  package let name: String

  /// The places of a session to look at; most lessons have none.
  package static func suspects(in session: Session) -> [ForwardReference] {
    let lesson = session.lesson
    var suspects: [ForwardReference] = []
    for (place, experiment) in session.experiments.enumerated() {
      // What stands between this block and the next one, values included.
      let last = place == session.experiments.count - 1
      guard !last else { break }
      let next = session.experiments[place + 1]
      let texts =
        [lesson.experiments[experiment].code.joined(separator: "\n")]
        + session.values.map { lesson.values[$0] }
        .filter { $0.experiment < next && (place == 0 || $0.experiment >= experiment) }
        .map(\.expression)
      let words = Set(texts.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_") } })
      let later = session.experiments[(place + 1)...]
      let declared = later.lazy.flatMap { later in
        variables(in: lesson.experiments[later].code).map { (name: $0, block: later) }
      }
      if let found = declared.first(where: { words.contains($0.name[...]) }) {
        suspects.append(
          ForwardReference(
            experiment: experiment, declaration: lesson.experiments[found.block].fenceLine,
            name: found.name))
      }
    }
    return suspects
  }

  /// The names that `let` and `var` at the start of a line declare.
  package static func variables(in code: [String]) -> [String] {
    code.flatMap { line -> [String] in
      guard let match = line.prefixMatch(of: /(?:let|var)\s+(?:\(([^)]*)\)|([^\s:=,]+))/) else {
        return []
      }
      if let tuple = match.1 {
        return tuple.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      }
      return match.2.map { [String($0)] } ?? []
    }
  }
}
