/// Where an operation finds the numbers of one tensor, and where their derivatives go.
struct Operand {
  let values: UnsafeMutableRawPointer
  /// Nil when nothing asks for the derivative.
  var gradient: UnsafeMutableRawPointer?
  /// Whether a backward pass adds to the gradient, because another operation has written it before.
  var accumulates = false
}

/// One step of a computation, with its derivative.
///
/// `forward()` computes the result, `backward()` passes the derivative with respect to the result on
/// to the inputs. A subclass states both side by side.
///
/// Pointers are looked up once, when the operation is made and when its plan is finished, so that
/// replaying a plan is nothing but kernel calls.
class Operation {
  private(set) final var inputs: [Tensor]
  final let rows: Int
  final let columns: Int
  final let precision: Precision
  final let result: Storage
  final let tracksGradient: Bool
  final var first: Operand
  final var second: Operand
  final var third: Operand
  final var fourth: Operand
  final var output: Operand
  /// Working memory that the operations of a plan share.
  final var scratch: Storage? {
    didSet { scratchStart = scratch?.start }
  }
  private(set) final var scratchStart: UnsafeMutableRawPointer?

  init(_ inputs: [Tensor], rows: Int, columns: Int) {
    self.inputs = inputs
    self.rows = rows
    self.columns = columns
    precision = inputs[0].precision
    tracksGradient = inputs.contains { $0.tracksGradient }
    result = Storage(count: rows * columns, precision: precision)
    output = Operand(values: result.start)
    first = Operand(values: inputs[0].storage.start)
    second = Operand(values: inputs[min(1, inputs.count - 1)].storage.start)
    third = Operand(values: inputs[min(2, inputs.count - 1)].storage.start)
    fourth = Operand(values: inputs[min(3, inputs.count - 1)].storage.start)
  }

  /// Computes the result from the inputs.
  func forward() {}

  /// Computes, from `output.gradient`, the gradients of those inputs that want one.
  func backward() {}

  /// What it is called where an expression is shown: "+", "tanh".
  var symbol: String { "?" }

  /// The operation as a formula of its inputs, which are called `arguments`.
  func formula(_ arguments: [String]) -> String {
    "\(symbol)(\(arguments.joined(separator: ", ")))"
  }

  /// The bytes of working memory that `forward` and `backward` want.
  var scratchByteCount: Int { 0 }

  /// Calls `body` with working memory.
  ///
  /// An operation computed before its plan is finished brings its own for that once.
  @inline(__always)
  final func withScratch(_ body: (UnsafeMutableRawPointer) -> Void) {
    if let scratchStart { return body(scratchStart) }
    let own = Storage(count: scratchByteCount / 4 + 1, precision: .float)
    body(own.start)
  }

  /// Notes where gradients lie and which of them `backward` must add to.
  final func bind(outputGradient: Storage?, inputs: [(gradient: Storage?, accumulates: Bool)]) {
    output.gradient = outputGradient?.start
    for (index, input) in inputs.enumerated() {
      switch index {
      case 0: (first.gradient, first.accumulates) = (input.gradient?.start, input.accumulates)
      case 1: (second.gradient, second.accumulates) = (input.gradient?.start, input.accumulates)
      case 2: (third.gradient, third.accumulates) = (input.gradient?.start, input.accumulates)
      default: (fourth.gradient, fourth.accumulates) = (input.gradient?.start, input.accumulates)
      }
    }
  }

  final func releaseInputs() -> [Tensor] {
    let released = inputs
    inputs = []
    return released
  }

  final var count: Int { rows * columns }

  final var outputSlope: Double {
    guard let gradient = output.gradient else { return 0 }
    switch precision {
    case .float: return Double(gradient.assumingMemoryBound(to: Float.self).pointee)
    case .double: return gradient.assumingMemoryBound(to: Double.self).pointee
    }
  }
}
