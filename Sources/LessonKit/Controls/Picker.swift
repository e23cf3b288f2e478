internal import TranscriptFormat

/// One of a few named things that the reader chooses.
///
///     let unit = Picker("Activation", ["sigmoid", "tanh", "ReLU"], initially: "tanh")
///     show("The sigmoid keeps a quarter.") { profileChart(unit: unit.value) }
///
/// Like a ``Slider``, it runs the rest of the block once for each choice.
public struct Picker<Choice: CustomStringConvertible> {
  /// The chosen thing.
  public let value: Choice

  /// Declares a control at the top level of a block.
  ///
  /// - Parameters:
  ///   - name: What stands beside it, unique in the block.
  ///   - choices: What to choose from; a reader sees the description of each.
  ///   - initial: The one that is chosen at first; the first if not given.
  public init(
    _ name: String, _ choices: [Choice], initially initial: Choice? = nil,
    function: String = #function, module: String = #fileID, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let place = Controls.Place(function: function, module: module, file: file, line: line)
    let texts = choices.map { $0.description }
    let wanted = initial.map { $0.description }
    let index = wanted.map { wanted in
      texts.firstIndex { $0.utf8.elementsEqual(wanted.utf8) }
    }
    let chosen = place.index(of: .picker, name, texts, initial: index ?? 0, wanted: wanted ?? "")
    let number = Controls.number(setFor: name).map { Int($0) } ?? chosen
    value = choices[choices.indices.contains(number) ? number : chosen]
  }
}
