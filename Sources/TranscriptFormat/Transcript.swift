/// Everything that running one lesson left: the value between running a lesson and publishing it.
public struct Transcript: Equatable, Sendable {
  /// What appears under each experiment, by the experiment's index in the lesson.
  public var outputs: [[Output]]
  /// The text of each inline value, by its index in the lesson.
  public var values: [String]

  /// A transcript in which nothing has been shown yet.
  public init(experiments: Int, values: Int) {
    outputs = Array(repeating: [], count: experiments)
    self.values = Array(repeating: "", count: values)
  }

  /// Adds what one program of the lesson reported and printed.
  ///
  /// Printed text is cut where the records say that something else was shown in between. A program
  /// counts its own blocks and values; `experiments` and `values` say which of the lesson's they are.
  public mutating func add(
    _ records: [Record], printed: [UInt8], experiments: [Int], values: [Int]
  ) {
    var experiment: Int?
    var start = 0
    for record in records {
      switch record {
      case .began(let next, let end):
        addPrinted(printed, from: &start, to: end, under: experiment)
        experiment = experiments.indices.contains(next) ? experiments[next] : nil
      case .output(let output, let end):
        addPrinted(printed, from: &start, to: end, under: experiment)
        if let experiment { outputs[experiment].append(output) }
      case .value(let index, let text):
        if values.indices.contains(index) { self.values[values[index]] = text }
      case .ended: break
      }
    }
    addPrinted(printed, from: &start, to: printed.count, under: experiment)
  }

  private mutating func addPrinted(
    _ printed: [UInt8], from start: inout Int, to end: Int, under experiment: Int?
  ) {
    let end = min(end, printed.count)
    guard start < end else { return }
    defer { start = end }
    guard let experiment else { return }
    outputs[experiment].append(.printed(String(decoding: printed[start..<end], as: UTF8.self)))
  }
}
