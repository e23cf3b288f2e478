import Foundation

/// The texts that new courses and lessons begin with.
enum Scaffold {
  /// Writes a new file; one that is there stays.
  static func write(_ text: String, to folder: URL, _ name: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name), options: .withoutOverwriting)
  }

  /// A title from a folder's name: `wave-optics` becomes “Wave optics”.
  static func title(of name: String) -> String {
    let words = name.split { "-_. ".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The part of a file's name that becomes the page's address: “Long sequences” gives
  /// `long-sequences`.
  static func address(of title: String) -> String {
    title.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  /// A text as a YAML string.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  static func lesson(_ title: String) -> String {
    """
    ---
    title: \(quoted(title))
    description: What the reader will know afterwards, in one sentence.
    ---

    **One question that this lesson answers?**

    ```swift
    print("An experiment is a block of Swift.")
    ```

    """
  }

  static let firstLesson = #"""
    ---
    title: First steps
    description: A network of two layers learns two spirals, and the page shows what was measured.
    ---

    **Can a small network tell two spirals apart?** This page is a Markdown file. Its Swift is
    compiled and run while the site is built, and what it shows appears below it.

    ```swift
    let spirals = Dataset.spirals(count: 400, noise: 0.03, seed: 1)
    let network = Network(seed: 1) {
        Dense(from: 2, to: 32)
        Tanh()
        Dense(from: 32, to: 32)
        Tanh()
        Dense(from: 32, to: 2)
    }
    let history = network.train(
        on: spirals, minimizing: .crossEntropy,
        using: .sgd(rate: 0.1, momentum: 0.9), batch: 32, epochs: 100)
    let accuracy = network.evaluate(on: spirals).accuracy
    ```

    Every block sees what the blocks above it declared. A figure has a caption that states what it
    shows, and options stand in comments at the top of a block.

    ```swift
    //| label: fig-loss
    show("The loss falls, in steps that the batches make noisy.") {
        Chart(history[.loss]) {
            LineMark(x: .value("Step", $0.step), y: .value("Loss", $0.value))
        }
    }
    ```

    Numbers in the text are computed: after training, `{swift} percent(accuracy)` of the points are
    told apart, as @fig-loss suggests. A claim is checked at every build; try to make this one false.

    ```swift
    expect(accuracy, in: 0.9...1, "The network tells nine points of ten apart")
    ```

    ::: aside
    A container stands beside the text. Formulas like $e^{-x}$ need no script in the page.
    :::

    > [!TIP]
    > `gradus new lesson "Next steps"` begins the next lesson.

    """#
}
