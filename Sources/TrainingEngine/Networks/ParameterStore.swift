/// All parameters of a network in one buffer, and their gradients in another.
///
/// Weights that decay come first, so that one update covers them, and one covers the rest.
final class ParameterStore {
  let values: Storage
  let gradients: Storage
  /// The length of the first part, whose weights decay.
  let decayingCount: Int
  let parameters: [Parameter]
  /// How many backward passes have written to `gradients`: a pass knows by it whether its own are
  /// still there.
  var passCount = 0

  /// - Parameter named: Every parameter with its full name, in the order of the layers.
  init(_ named: [(parameter: Parameter, fullName: String)], seed: Int, precision: Precision) {
    let ordered = named.filter { $0.parameter.decays } + named.filter { !$0.parameter.decays }
    var offsets: [Int] = []
    var count = 0
    var decaying = 0
    for (parameter, _) in ordered {
      offsets.append(count)
      count += Storage.aligned(parameter.count, precision: precision)
      if parameter.decays { decaying = count }
    }
    parameters = named.map { $0.parameter }
    decayingCount = decaying
    values = Storage(count: count, precision: precision)
    gradients = Storage(count: count, precision: precision)
    for ((parameter, fullName), offset) in zip(ordered, offsets) {
      let numbers = Storage(slice: values, at: offset, count: parameter.count)
      parameter.initializer.fill(
        numbers, parameter.rows, parameter.columns, RandomStream(seed: seed, name: fullName))
      parameter.adopt(
        Tensor(
          storage: numbers, rows: parameter.rows, columns: parameter.columns,
          gradients: Storage(slice: gradients, at: offset, count: parameter.count),
          tracksGradient: true),
        fullName: fullName)
    }
  }
}
