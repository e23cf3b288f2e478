/// What an experiment shows at every position of its controls.
///
/// With no control there is no sweep; with several, their positions multiply.
public struct Sweep: Equatable, Sendable {
  /// The controls, in the order in which the experiment declares them.
  public var controls: [Control]
  /// How many of the experiment's outputs stand above its first control, and so never change.
  public var start: Int
  /// The positions besides the initial one, in the order in which they were run.
  public var positions: [Position]
  /// A position, in words, at which the experiment declares other controls than at first, if there
  /// is one.
  public var irregular: String?

  /// Creates a sweep.
  public init(controls: [Control], start: Int, positions: [Position] = []) {
    self.controls = controls
    self.start = start
    self.positions = positions
  }

  /// One choice for each control, and what the experiment shows then.
  public struct Position: Equatable, Sendable {
    /// The index of the chosen value of each control.
    public var choice: [Int]
    /// What is shown below the controls. What is printed and claimed counts at the initial position.
    public var outputs: [Output]

    /// Creates a position.
    public init(choice: [Int], outputs: [Output]) {
      self.choice = choice
      self.outputs = outputs
    }
  }

  /// How many positions are there, the initial one included.
  public var count: Int { positions.count + 1 }

  /// Whether what is shown at each value of a control is there, and not only at its initial one.
  public func isReadyMade(_ control: Int) -> Bool {
    controls[control].range == nil
      && (controls[control].values.count == 1
        || positions.contains { $0.choice[control] != controls[control].initial })
  }

  /// The choice that the experiment's own outputs belong to.
  public var initialChoice: [Int] { controls.map { $0.initial } }

  /// A choice in words: `Learning rate = 10, Activation = tanh`.
  public func text(of choice: [Int]) -> String {
    zip(controls, choice).map { $0.name + " = " + $0.values[$1] }.joined(separator: ", ")
  }
}

/// A name and the values among which a reader chooses.
public struct Control: Equatable, Sendable {
  /// Compares texts byte by byte, which needs no Unicode tables in the browser.
  public static func == (a: Control, b: Control) -> Bool {
    a.kind == b.kind && a.initial == b.initial && a.isWhole == b.isWhole && a.range == b.range
      && a.numbers == b.numbers && a.values.count == b.values.count
      && a.name.utf8.elementsEqual(b.name.utf8)
      && zip(a.values, b.values).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }

  /// How a control looks.
  public enum Kind: UInt8, Sendable {
    /// Values in a row, such as learning rates.
    case slider
    /// Names to pick from, such as activations.
    case picker
    /// Off or on.
    case toggle
  }

  /// How it is set.
  public var kind: Kind
  /// What the reader sees beside it.
  public var name: String
  /// The values as a reader sees them.
  public var values: [String]
  /// The index of the value that is chosen at first.
  public var initial: Int
  /// The values of a slider as numbers, so that a browser can go between them; none for names.
  public var numbers: [Double]
  /// Whether only whole numbers lie between the values.
  public var isWhole: Bool
  /// From where to where a slider goes that lists no values but the initial one.
  public var range: Range?

  /// The numbers that a slider goes through.
  public struct Range: Equatable, Sendable {
    /// The least and the greatest.
    public var lower: Double, upper: Double
    /// From each number to the next.
    public var step: Double

    /// Creates a range.
    public init(lower: Double, upper: Double, step: Double) {
      self.lower = lower
      self.upper = upper
      self.step = step
    }
  }

  /// Creates a control.
  public init(
    kind: Kind, name: String, values: [String], initial: Int, numbers: [Double] = [],
    isWhole: Bool = false, range: Range? = nil
  ) {
    self.kind = kind
    self.name = name
    self.values = values
    self.initial = initial
    self.numbers = numbers
    self.isWhole = isWhole
    self.range = range
  }
}
