/// A container under way: what opened it and what has been read in it so far.
struct OpenContainer {
  let container: Block.Container
  let position: Position
  /// The blocks that stood before it.
  let before: [Block]
  /// Where the items of the last task list in it begin.
  var choices: [Position] = []
}

extension BlockReader {
  /// Notes the names of a container, and a solution of nothing.
  func enter(_ container: Block.Container, at position: Position) {
    switch container.kind {
    case .exercise:
      hasExercise = true
      if let id = container.id { takeLabel(id, .exercise, of: "an exercise", at: position) }
      return
    case .solution where !hasExercise:
      file.error(
        "A solution stands inside an exercise or below one; above this one is none.", at: position,
        help: "::: exercise")
    case .lecture, .aside, .solution, .predict, .quiz: break
    }
    if let judgement = container.judgement { judgements.append(judgement) }
    if let id = container.noteID { take(id, nil, at: position) }
  }

  /// Checks that a prediction or a quiz has choices to choose from.
  func check(_ closed: OpenContainer, _ blocks: [Block]) {
    let kind = closed.container.kind
    guard kind == .predict || kind == .quiz else { return }
    let subject = kind == .predict ? "prediction" : "quiz"
    func refuse(_ message: String, at position: Position? = nil, help: String) {
      file.error(message, at: position ?? closed.position, help: help)
    }
    let lists = blocks.filter(\.isTaskList)
    guard lists.count == 1, case .list(let list)? = lists.first, list.items.count > 1 else {
      refuse(
        lists.count > 1
          ? "This \(subject) has \(lists.count) lists of choices, not one."
          : "This \(subject) has no choices.",
        help: "one list of lines such as '- [ ] It falls.', at least two")
      return
    }
    for (item, place) in zip(list.items, closed.choices) {
      if item.isDone == nil {
        refuse("This item is no choice.", at: place, help: "- [ ] …")
      } else if !item.blocks.startsWithParagraph {
        refuse("This choice has no words.", at: place, help: "- [ ] It falls.")
      } else if kind == .quiz, item.blocks.count < 2 {
        refuse(
          "This choice has no explanation.", at: place,
          help: "an empty line and an indented paragraph below it")
      } else if kind == .predict, item.blocks.count > 1 {
        refuse(
          "The choices of a prediction have no explanations.", at: place,
          help: "::: quiz, or words below the list")
      }
    }
    if kind == .quiz, !list.items.contains(where: { $0.isDone == true }) {
      refuse("No choice of this quiz is right.", help: "- [x] for the right one")
    }
    if kind == .predict, blocks.last == lists.first {
      waiting.append((closed.position, experiments.count))
    }
  }

  /// Checks that every prediction with nothing below its choices has an output to wait for.
  func checkPredictions() {
    for (index, prediction) in waiting.enumerated() {
      let outputs = experiments[prediction.experiments...]
      if !outputs.contains(where: { $0.options.eval && $0.options.compile && $0.options.output }) {
        file.error(
          "Nothing answers this prediction.", at: prediction.position,
          help: "the answer below its choices, or an experiment below the prediction")
      } else if index > 0, waiting[index - 1].experiments == prediction.experiments {
        file.error(
          "The prediction above waits for the same output as this one.", at: prediction.position,
          help: "one prediction for an experiment")
      }
    }
  }
}

extension Block {
  var isTaskList: Bool {
    if case .list(let list) = self { list.items.contains { $0.isDone != nil } } else { false }
  }
}

extension [Block] {
  fileprivate var startsWithParagraph: Bool {
    if case .paragraph? = first { true } else { false }
  }
}
