import Lessons

/// Predictions and quizzes: complete without scripts, where `details` keep the answers back; the
/// script remembers what the reader chose.
extension LessonBody {
  /// The question, its choices, and folded away behind them what the answer is.
  ///
  /// Where nothing stands below the choices, the next output is folded away instead.
  mutating func prediction(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    predictions += 1
    let id = container.id ?? "prediction.\(predictions)"
    let (question, list, answer) = split(blocks)
    let text = self.blocks(question)
    var choices: HTML = ""
    for item in list.items {
      choices += """
        <label><input type="radio" name="\(id)" /> \
        <span>\(choice(item))</span></label>

        """
    }
    let right = list.items.filter { $0.isDone == true }.map { choice($0) }
    let outcome: HTML =
      right.isEmpty ? "" : "<span class=\"outcome\">\(right.joined(separator: " · "))</span>"
    let reveal = Reveal(
      prediction: id, summary: words("See what happens"), outcome: outcome)
    var rest: HTML = ""
    if answer.isEmpty { waiting = reveal } else { rest = reveal.html(self.blocks(answer)) }
    return """
      <div class="predict" id="\(id)" role="group" aria-label="\(words("Prediction"))">
      <p class="title">\(container.title ?? words("What do you expect?"))</p>
      \(text)<div class="choices" role="radiogroup" aria-label="\(words("Your prediction"))">
      \(choices)</div>
      \(rest)</div>

      """
  }

  /// What answers a prediction, folded away until the reader asks for it.
  struct Reveal {
    let prediction: String
    let summary: String
    let outcome: HTML

    func html(_ contents: HTML) -> HTML {
      """
      <details class="reveal" data-prediction="\(prediction)"><summary>\(summary)</summary>
      <p class="answer">\(outcome)</p>
      \(contents)</details>

      """
    }
  }

  /// The question, and each choice with its explanation folded away below it.
  mutating func quiz(_ container: Block.Container, _ blocks: [Block]) -> HTML {
    quizzes += 1
    let id = container.id ?? "quiz.\(quizzes)"
    let (question, list, rest) = split(blocks)
    let text = self.blocks(question)
    var choices: HTML = ""
    for item in list.items {
      let verdict: HTML =
        item.isDone == true
        ? "<strong class=\"verdict right\">\(words("Right."))</strong>"
        : "<strong class=\"verdict wrong\">\(words("Not so."))</strong>"
      choices += """
        <details><summary><span>\(choice(item))</span></summary>
        <p class="answer">\(verdict)</p>
        \(self.blocks(Array(item.blocks.dropFirst())))</details>

        """
    }
    return """
      <div class="quiz" id="\(id)" role="group" aria-label="\(words("Question"))">
      <p class="title">\(container.title ?? words("A question"))</p>
      \(text)<div class="choices">
      \(choices)</div>
      \(self.blocks(rest))</div>

      """
  }

  private mutating func choice(_ item: Block.List.Item) -> HTML {
    if case .paragraph(let inlines)? = item.blocks.first { self.inlines(inlines) } else { "" }
  }

  /// What stands above, in and below the list of choices.
  private func split(
    _ blocks: [Block]
  ) -> (question: [Block], choices: Block.List, answer: [Block]) {
    for (index, block) in blocks.enumerated() {
      if case .list(let list) = block, list.items.contains(where: { $0.isDone != nil }) {
        return (Array(blocks[..<index]), list, Array(blocks[(index + 1)...]))
      }
    }
    return (blocks, Block.List(items: []), [])
  }
}
