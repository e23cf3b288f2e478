import Lessons

extension LessonBody {
  mutating func html(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    switch container.kind {
    case .aside: note(container, title: container.title.map { HTML(escaping: $0) }, blocks)
    case .lecture: lecture(container, blocks)
    case .exercise: exercise(container, blocks)
    case .solution: solution(container, blocks)
    case .predict: prediction(container, blocks)
    case .quiz: quiz(container, blocks)
    }
  }

  private mutating func note(
    _ container: Block.Container, title: HTML?, _ blocks: [Block]
  ) -> HTML {
    let id: HTML = container.noteID.map { " id=\"\($0)\"" } ?? ""
    let title: HTML = title.map { "<p class=\"title\">\($0)</p>\n" } ?? ""
    return """
      <div class="\(container.kind.rawValue)" role="note"\(id)>
      \(title)\(self.blocks(blocks))</div>

      """
  }

  private mutating func lecture(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    let verdict: HTML =
      container.verdict.map {
        " <span class=\"verdict \($0.rawValue)\">\(words($0.rawValue))</span>"
      }
      ?? ""
    let claims = container.claims.map { claim -> HTML in
      "<a href=\"lecture.html#claim.\(claim.name)\">\(claim.name)</a>"
    }
    let numbers: HTML =
      claims.isEmpty ? "" : " <span class=\"number\">\(claims.joined(separator: ", "))</span>"
    return note(
      container, title: "\(container.title ?? words("What the lecture said"))\(numbers)\(verdict)",
      blocks)
  }

  private mutating func exercise(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    let name = count.exercise()
    let id = container.id ?? "exercise.\(count.exercises)"
    let title: HTML = container.title.map { " \($0)" } ?? ""
    return """
      <div class="exercise" id="\(id)" role="group" aria-label="\(name)">
      <p class="title"><a class="number" href="#\(id)">\(name)</a>\(title)</p>
      \(self.blocks(blocks))</div>

      """
  }

  /// Folded, so that a reader meets the exercise first.
  private mutating func solution(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    let id: HTML = container.id.map { " id=\"\($0)\"" } ?? ""
    return """
      <details class="solution"\(id)>\
      <summary>\(container.title ?? words("Solution of %", count.lastExercise))</summary>
      \(self.blocks(blocks))</details>

      """
  }
}
