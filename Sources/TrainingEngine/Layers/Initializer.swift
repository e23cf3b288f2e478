internal import TrainingKernels

/// Where the numbers of a parameter start.
///
/// For weights from `in` inputs to `out` outputs:
///
/// | | distribution | |
/// |---|---|---|
/// | `.lecun` | N(0, 1/in) | keeps the variance of a linear layer |
/// | `.glorot` | N(0, 2/(in + out)) | Glorot & Bengio 2010 |
/// | `.he` | N(0, 2/in) | keeps the variance under ReLU, He et al. 2015 |
/// | `.normal(variance: v)` | N(0, v/in) | |
/// | `.uniform(variance: v)` | U(−√(3v/in), √(3v/in)) | the variance v/in, without outliers |
/// | `.uniform(gain: g)` | U(−g/√in, g/√in) | the variance g²/(3·in) |
/// | `.frameworkDefault` | U(−1/√in, 1/√in) | what common frameworks start a dense layer from |
/// | `.orthogonal(gain: g)` | g times an orthogonal matrix | Saxe et al. 2013 |
/// | `.identity(gain: g)` | g on the diagonal, else 0 | recurrent weights, Le et al. 2015 |
///
/// Times the number of inputs, the variance of 400×100 weights is:
/// ```swift
/// func variance(_ weights: Initializer) -> Double {
///   let layer = Dense(from: 400, to: 100, weights: weights)
///   _ = Network(seed: 1) { layer }
///   let deviation = layer.weights.value.deviation
///   return (400 * deviation * deviation * 10).rounded() / 10
/// }
/// variance(.lecun)  // == 1
/// variance(.glorot)  // == 1.6
/// variance(.he)  // == 2
/// variance(.normal(variance: 4))  // == 4
/// variance(.uniform(variance: 4))  // == 4
/// variance(.uniform(gain: 3))  // == 3
/// variance(.frameworkDefault)  // == 0.3
/// variance(.orthogonal(gain: 2))  // == 4
/// variance(.zero)  // == 0
/// Initializer.he.description  // == ".he"
/// ```
public struct Initializer: Sendable, CustomStringConvertible {
  /// The source that makes it, such as `.normal(variance: 4, over: .fanIn)`.
  public let description: String
  let fill:
    @Sendable (_ target: Storage, _ rows: Int, _ columns: Int, _ stream: RandomStream) -> Void

  init(
    _ description: String,
    fill:
      @escaping @Sendable (
        _ target: Storage, _ rows: Int, _ columns: Int, _ stream: RandomStream
      ) -> Void
  ) {
    self.description = description
    self.fill = fill
  }

  /// A rule of your own: `value` gets the row, the column and the parameter's random stream.
  ///
  /// ```swift
  /// let layer = Dense(
  ///   from: 2, to: 2, weights: Initializer("shift") { row, column, _ in row + 1 == column ? 1 : 0 })
  /// Network(seed: 1) { layer }([[7, 8]])  // == [[0, 7]]
  /// ```
  public init(
    _ name: String,
    value: @escaping @Sendable (_ row: Int, _ column: Int, _ stream: RandomStream) -> Double
  ) {
    self.init(name) { target, rows, columns, stream in
      for row in 0..<rows {
        for column in 0..<columns {
          target[row * columns + column] = value(row, column, stream)
        }
      }
    }
  }

  /// What a variance is divided by.
  ///
  /// ```swift
  /// Initializer.normal(variance: 2, over: .fanOut).description  // == ".normal(variance: 2, over: .fanOut)"
  /// ```
  public enum Fan: Sendable {
    /// The number of inputs.
    case fanIn
    /// The number of outputs.
    case fanOut
    /// The mean of both.
    case average
    /// One: the variance is meant as it stands.
    case one

    var name: String {
      switch self {
      case .fanIn: "fanIn"
      case .fanOut: "fanOut"
      case .average: "average"
      case .one: "one"
      }
    }

    func count(_ rows: Int, _ columns: Int) -> Double {
      switch self {
      case .fanIn: Double(rows)
      case .fanOut: Double(columns)
      case .average: Double(rows + columns) / 2
      case .one: 1
      }
    }
  }

  /// N(0, 1/in).
  public static let lecun = normal(".lecun", variance: 1, over: .fanIn)
  /// N(0, 2/(in + out)).
  public static let glorot = normal(".glorot", variance: 1, over: .average)
  /// N(0, 2/in).
  public static let he = normal(".he", variance: 2, over: .fanIn)
  /// All zero.
  public static let zero = constant(0, ".zero")

  /// Normal numbers of mean 0 and the variance `variance`/fan.
  public static func normal(variance: Double, over fan: Fan = .fanIn) -> Initializer {
    normal(
      ".normal(variance: \(source(variance)), over: .\(fan.name))", variance: variance, over: fan)
  }

  /// Numbers uniform between ∓`gain`/√in.
  public static func uniform(gain: Double = 1) -> Initializer {
    Initializer(".uniform(gain: \(source(gain)))") { target, rows, _, stream in
      let bound = gain / Double(rows).squareRoot()
      tk_random_fill_uniform(
        target.precision.kernel, target.count, stream.key, 0, -bound, bound, target.start)
    }
  }

  /// Numbers uniform around 0, of the variance `variance`/fan.
  public static func uniform(variance: Double, over fan: Fan = .fanIn) -> Initializer {
    let description = ".uniform(variance: \(source(variance)), over: .\(fan.name))"
    return Initializer(description) { target, rows, columns, stream in
      let bound = (3 * variance / fan.count(rows, columns)).squareRoot()
      tk_random_fill_uniform(
        target.precision.kernel, target.count, stream.key, 0, -bound, bound, target.start)
    }
  }

  /// Numbers uniform between ∓1/√in, whose variance 1/(3·in) is too small for deep networks: what
  /// common frameworks start a dense layer from.
  public static let frameworkDefault = Initializer(".frameworkDefault") {
    uniform().fill($0, $1, $2, $3)
  }

  /// `gain` on the diagonal and 0 elsewhere, which passes numbers on as they are.
  ///
  /// For the recurrent weights of ReLU networks, see Le, Jaitly & Hinton 2015.
  ///
  /// ```swift
  /// let layer = Dense(from: 2, to: 3, weights: .identity(gain: 2))
  /// _ = Network(seed: 1) { layer }
  /// layer.weights.value.values  // == [2, 0, 0, 0, 2, 0]
  /// ```
  public static func identity(gain: Double = 1) -> Initializer {
    Initializer(".identity(gain: \(source(gain)))") { row, column, _ in
      row == column ? gain : 0
    }
  }

  /// The same number everywhere.
  ///
  /// ```swift
  /// let layer = Dense(from: 2, to: 3, weights: .constant(0.5))
  /// _ = Network(seed: 1) { layer }
  /// layer.weights.value.values  // == [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
  /// ```
  public static func constant(_ value: Double) -> Initializer {
    constant(value, ".constant(\(source(value)))")
  }

  /// These numbers, row after row: of weights from 2 inputs to 3 outputs, the three of the first
  /// input come first.
  ///
  /// ```swift
  /// let layer = Dense(from: 2, to: 3, weights: .values([1, 2, 3, 4, 5, 6]))
  /// _ = Network(seed: 1) { layer }
  /// layer.weights.value.values  // == [1, 2, 3, 4, 5, 6]
  /// ```
  public static func values(_ values: [Double]) -> Initializer {
    Initializer(".values(…)") { target, rows, columns, _ in
      check(
        values.count == rows * columns,
        .valueCount(values.count, rows: rows, columns: columns), #filePath, #line)
      for (index, value) in values.enumerated() { target[index] = value }
    }
  }

  private static func normal(_ description: String, variance: Double, over fan: Fan) -> Initializer
  {
    Initializer(description) { target, rows, columns, stream in
      tk_random_fill_normal(
        target.precision.kernel, target.count, stream.key, 0, 0,
        (variance / fan.count(rows, columns)).squareRoot(), target.start)
    }
  }

  private static func constant(_ value: Double, _ description: String) -> Initializer {
    Initializer(description) { target, _, _, _ in target.fill(value) }
  }
}

extension Mistake {
  package static func valueCount(_ count: Int, rows: Int, columns: Int) -> Mistake {
    Mistake(
      ".values gives \(count) numbers, but the parameter is \(rows)×\(columns), \(rows * columns) numbers."
    )
  }
}
