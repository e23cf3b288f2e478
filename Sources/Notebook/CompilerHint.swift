import Lessons

/// What to try against an error of the compiler, for those that authors of lessons meet first.
package struct CompilerHint {
  private let message: String
  /// The line of code that the error stands in.
  private let line: String
  /// Whether it is a line of text, with a value in it.
  private let isOfValue: Bool
  private let lesson: Lesson
  private let session: String

  init(_ problem: Diagnostic, in lesson: Lesson, session: String) {
    message = problem.message
    line = problem.sourceLine ?? ""
    isOfValue =
      problem.path == lesson.path
      && lesson.values.contains { $0.position.line == problem.position?.line }
    self.lesson = lesson
    self.session = session
  }

  /// Adds what to try, and where a name that is not known here is declared.
  func complete(_ problem: inout Diagnostic) {
    if let unknown, let declaration = declaration(of: unknown) {
      problem.notes.append(declaration)
    } else if let member {
      problem.help = member
    } else if problem.help == nil {
      problem.help = help
    }
  }

  /// The name that the compiler cannot find.
  private var unknown: String? {
    message.wholeMatch(of: /cannot find (?:type )?'(\w+)' in scope/).map { String($0.1) }
  }

  /// What the engine or the charts have for a member that another library has.
  private var member: String? {
    message.firstMatch(of: /type '(?:\w+\.)?(\w+)' has no member '(\w+)'/).flatMap { match in
      Self.membersFromElsewhere["\(match.1).\(match.2)"]
        ?? (Self.marks.contains(String(match.1))
          ? Self.membersFromElsewhere["mark.\(match.2)"] : nil)
    }
  }

  private var help: String? {
    if message == CompilerMessage.crash.text {
      return "write it in smaller steps: this is a mistake of the compiler, not of the lesson"
    }
    if let unknown {
      if let cure = Self.fromElsewhere[unknown] { return cure }
      if line.contains(try! Regex("^\\s*\(unknown)\\s*=[^=]")) {
        return "let \(unknown) = …, or var \(unknown) = … if it changes"
      }
      // Every name of one letter is near every other.
      guard unknown.count > 1 else { return nil }
      let known = declared(in: { $0.runs && isHere($0) }).map(\.name) + Self.ofEngine
      let types = message.contains("type '") ? ["Double", "Int", "String", "Bool", "Float"] : []
      return nearestName(to: unknown, in: (known + types).filter { $0 != unknown })
    }
    if !isOfValue,
      message.hasPrefix("consecutive statements on a line") || message.hasSuffix("is unused")
    {
      if line.hasSuffix(","), !line.contains("[") {
        return "no comma: what stands between the braces stands on lines of its own"
      }
      let words = line.split { !($0.isLetter || $0 == "_") }.map(String.init)
      return words.lazy.compactMap { Self.fromElsewhere[$0] }.first
    }
    let found = Self.ofMessages.first {
      message.contains($0.part) && ($0.code.isEmpty || line.contains($0.code))
    }
    return found?.cure ?? constraint ?? conversion
  }

  /// `Double(…)` where a number of another type is wanted.
  private var conversion: String? {
    if message.contains(/operands of type '(Int' and 'Double|Double' and 'Int)'/) {
      return "Double(…) around the whole number"
    }
    return message.wholeMatch(
      of: /cannot convert value of type '(?:Int|Double|Float)' to .* type '(Int|Double|Float)'/
    ).map { match in
      match.1 == "Int"
        ? "a Double, such as 0.0, where the whole number is declared; or Int(…), which drops the fraction"
        : "\(match.1)(…)"
    }
  }

  /// What a generic function has to say of its type.
  private var constraint: String? {
    message.firstMatch(of: /requires that '([A-Z]\w?)' conform to '(\w+)'/).map {
      "<\($0.1): \($0.2)> behind the function's name"
    }
  }

  /// What lessons use most of the engine, the charts and the notebook.
  package static let ofEngine = [
    "Network", "Dense", "Sigmoid", "Tanh", "ReLU", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU",
    "SiLU", "Softplus", "BatchNorm", "LayerNorm", "Dropout", "Residual", "Recurrent", "Dataset",
    "Tensor", "Probe", "RandomStream", "Chart", "LineMark", "BarMark", "PointMark", "AreaMark",
    "RuleMark", "RectangleMark", "TextMark", "Table", "TableColumn", "Slider", "Picker",
    "Dashboard", "LayerDiagram", "ImageGrid", "show", "expect", "percent", "geometricMeanRatio",
  ]

  private static let figure = "show(\"What it shows.\") { Chart(…) { … } }"
  private static let marks = [
    "AreaMark", "BarMark", "LineMark", "PointMark", "RectangleMark", "RuleMark", "TextMark",
  ]

  /// What lessons have for words of Python and SwiftUI.
  private static let fromElsewhere = [
    "True": "true", "False": "false", "None": "nil", "null": "nil", "len": "values.count",
    "range": "0..<10", "def": "func half(_ x: Double) -> Double { … }", "elif": "} else if … {",
    "and": "&&", "or": "||", "not": "!", "lambda": "{ x in … }", "print": "print(…)",
    "str": "String(…)", "int": "Int(…)", "float": "Double(…)", "abs": "x.magnitude",
    "np": "the engine's own Tensor, Network and Dataset",
    "torch": "the engine's own Tensor, Network and Dataset",
    "Softmax": "no such layer: .crossEntropy takes scores, and softmax(row) makes probabilities of them",
    "BatchNorm1d": "BatchNorm(16)", "RNN": "Recurrent(from: 2, to: 16, steps: 10)",
    "Identity": "Activation(\"identity\") { $0 }",
    "Linear": "Dense(from: 2, to: 16)", "Sequential": "Network(seed: 1) { … }",
    "ForEach": "for … in … { … }", "Text": "the text alone: .annotation { \"here\" }",
    "Stepper": "Slider(\"Depth\", values: 1...9)",
    "plt": figure, "plot": figure, "math": "sqrt(x), pow(x, 2), with nothing before the name",
    "Math": "sqrt(x), pow(x, 2), with nothing before the name",
  ]

  /// What there is for members of PyTorch, NumPy and Swift Charts.
  private static let membersFromElsewhere = [
    "Dataset.xor": "Dataset(inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], labels: [0, 1, 1, 0])",
    "Loss.bce": "binaryCrossEntropy", "Loss.l1": "absoluteError", "Loss.mae": "absoluteError",
    "Loss.meanAbsoluteError": "absoluteError", "Loss.meanSquaredError": "squaredError",
    "Loss.mse": "squaredError", "Loss.nll": "crossEntropy",
    "Network.clone":
      "other.parameterVector = network.parameterVector, for two that were made alike",
    "Network.confusionMatrix": "network.evaluate(on: test).confusionMatrix",
    "Network.copy": "other.parameterVector = network.parameterVector, for two that were made alike",
    "Network.fit": "train(on:minimizing:using:epochs:)", "Network.forward": "network([[0, 1]])",
    "Network.predict": "network([[0, 1]]), or network.evaluate(on: test).predictions",
    "Network.score": "network.evaluate(on: test).accuracy", "Network.weights": "parameters",
    "Optimizer.adagrad": "rmsProp(rate: 0.01)", "Optimizer.rmsprop": "rmsProp(rate: 0.01)",
    "Schedule.cosineAnnealing": "cosine(steps: 1000)",
    "Schedule.exponential": "step(every: 1, times: 0.99)",
    "Tensor.T": "transposed()", "Tensor.cat": "Tensor(concatenating: [a, b], axis: 1)",
    "Tensor.grad": "gradient", "Tensor.item": "value", "Tensor.matmul": "multiplied(by: …)",
    "Tensor.max": "maximum", "Tensor.min": "minimum", "Tensor.mm": "multiplied(by: …)",
    "Tensor.ones": "Tensor(repeating: 1, rows: 2, columns: 3)",
    "Tensor.pow": "squared()", "Tensor.rand": "RandomStream(seed: 1, name: \"x\").uniform(0)",
    "Tensor.randn": "RandomStream(seed: 1, name: \"x\").normal(0)",
    "Tensor.reshape": "reshaped(rows: 2, columns: 3)", "Tensor.shape": "rows and columns",
    "Tensor.std": "deviation", "Tensor.t": "transposed()", "Tensor.transpose": "transposed()",
    "Tensor.view": "reshaped(rows: 2, columns: 3)",
    "Tensor.zeros": "Tensor(repeating: 0, rows: 2, columns: 3)",
    "mark.interpolationMethod":
      "nothing in its place: lines are straight between what was measured",
  ]

  /// Messages in which `part` stands, at lines in which `code` stands.
  private static let ofMessages: [(part: String, code: String, cure: String)] = [
    (
      CompilerMessage.inexplicable, "",
      "a smaller step: a `let` with its type for each part, and a type for what a closure returns"
    ),
    ("in reasonable time", "", "a smaller step: a `let` with its type for each part"),
    (
      "value of type 'Double' to expected argument type 'Int'", " ^ ",
      "x * x, or pow(x, 3): ^ is a matter of bits"
    ),
    ("C-style for", "", "for i in 0..<3 { … }"),
    ("'main' attribute", "", "no @main: the lines of a block run by themselves, from the top down"),
    ("operands of type 'String' and '", "+", "the value inside the text: \"the loss is \\(loss)\""),
    ("and 'String'", "+", "the value inside the text: \"the loss is \\(loss)\""),
    (
      "no exact matches in call to initializer", "String(format",
      "the value inside the text: \"\\(x)\", or `import Foundation` in a block above"
    ),
    ("empty collection literal requires", "", "let values: [Double] = []"),
    ("extra argument in subscript", "", "one index after the other: matrix[0][1]"),
    ("unnamed parameters must", "", "a type for each parameter: func half(_ x: Double) -> Double"),
    (
      "'Picker' requires that", "",
      "enum Unit: CustomStringConvertible { …; var description: String { … } }, or Picker(\"Unit\", "
        + "[\"tanh\", \"ReLU\"])"
    ),
    ("'Slider<", "", "its number: rate.value"),
    ("'Picker<", "", "its choice: unit.value"),
    ("to expected argument type '() -> ", "show(", figure),
    ("type 'Bool' to expected argument type '(", "by: ", "a closure: { $0 > $1 }"),
    ("no such module", "", "no import: the engine, charts, show and expect are in every block"),
    ("call can throw but is not marked", "", "`try` before the call"),
    ("'async' call in", "", "a function without async: an experiment runs from top to bottom"),
    (
      "argument type 'PlottableValue'", "",
      ".value(\"Loss\", …): what the axis shows, and the number"
    ),
    ("conform to 'Plottable'", "", "a number, or a text for a category"),
    (
      "missing argument", "expect(", "words for the reader: expect(loss < 1, \"The loss is small\")"
    ),
    ("missing argument", "Slider(", "Slider(\"Rate\", values: [0.1, 1, 10])"),
    ("missing argument", "Picker(", "Picker(\"Unit\", [\"tanh\", \"ReLU\"])"),
    ("could not be inferred", "Picker(", "Picker(\"Unit\", [\"tanh\", \"ReLU\"])"),
    ("requires that 'Double' conform to 'SignedInteger'", "Slider(", "values: [1, 1.5, 2]"),
    ("declaration is only valid at file scope", "import", "the import in a block above this one"),
    ("return invalid outside", "", "`if` and `else`: a block has nothing to return from"),
    ("expected '{' to start the body", ":", "{ instead of the colon, and } below the body"),
    ("expected '{' after", ":", "{ instead of the colon, and } below the body"),
    ("unicode curly quote", "", "the straight quotes \" of the keyboard"),
    // What a live block cannot do.
    ("key path in embedded Swift", "", "a closure: { $0.name }"),
    (
      "dynamic casting in embedded Swift", "",
      "an enum with a case for each type; tuples take labels by .map { (name: $0.0, value: $0.1) }"
    ),
    (
      "protocol type", "",
      "`some` instead of `any`, or an enum with a case for each type"
    ),
    ("has no member 'csv'", "", "Digits.load(), or the data in the block: a page reads no files"),
  ]

  /// Where a name is declared that this block cannot see.
  private func declaration(of name: String) -> String? {
    let found = declared(in: { !isHere($0) || !$0.runs }).first { $0.name == name }
    return found.map { found in
      let reason =
        found.block.runs ? "belongs to another session" : "is not run with the others"
      return "‘\(name)’ is declared in the block at line \(found.block.fenceLine), which \(reason)"
    }
  }

  private func isHere(_ block: Experiment) -> Bool { block.options.session == session }

  private func declared(
    in isIncluded: (Experiment) -> Bool
  ) -> [(name: String, block: Experiment)] {
    lesson.experiments.filter(isIncluded).flatMap { block in
      block.code.flatMap { line in
        line.matches(of: /\b(?:let|var|func|struct|class|enum)\s+(\w+)/).map {
          (name: String($0.1), block: block)
        }
      }
    }
  }
}
