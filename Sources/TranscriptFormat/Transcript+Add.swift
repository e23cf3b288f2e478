extension Transcript {
  /// Adds what one program of the lesson reported and printed.
  ///
  /// Printed text is cut where the records say that something else was shown in between. A program
  /// counts its own blocks and values; `experiments` and `values` say which of the lesson's they are.
  public mutating func add(
    _ records: [Record], printed: [UInt8], experiments: [Int], values: [Int]
  ) {
    var reader = RecordReader(printed: printed)
    for record in records {
      switch record {
      case .began(let next, let end):
        reader.takePrinted(to: end)
        add(reader)
        reader.begin(experiments.indices.contains(next) ? experiments[next] : nil)
      case .output(let output, let end):
        reader.takePrinted(to: end)
        reader.take(output)
      case .control(let control, let end):
        reader.takePrinted(to: end)
        reader.declare(control)
      case .position(let choice, let end):
        reader.takePrinted(to: end)
        reader.beginCopy(choice)
      case .positionEnded(let end):
        reader.takePrinted(to: end)
        reader.endCopy()
      // The notebook puts what the failure says in its place.
      case .failed(_, _, let end): reader.takePrinted(to: end)
      case .value(let index, let text):
        if values.indices.contains(index) { self.values[values[index]] = text }
      case .ended: break
      }
    }
    reader.takePrinted(to: printed.count)
    add(reader)
  }

  private mutating func add(_ reader: RecordReader) {
    guard let experiment = reader.experiment else { return }
    outputs[experiment] += reader.outputs
    sweeps[experiment] = reader.sweep
  }
}

extension [Record] {
  /// The position of the running block's controls at which the records end, in words.
  public var position: String? {
    var reader = RecordReader(printed: [])
    for record in self {
      switch record {
      case .began: reader.begin(nil)
      case .control(let control, _): reader.declare(control)
      case .position(let choice, _): reader.beginCopy(choice)
      case .positionEnded: reader.endCopy()
      case .output, .failed, .value, .ended: break
      }
    }
    return reader.position
  }
}
