extension HistogramProto {
  /// How some numbers are distributed over 30 equally wide intervals; numbers that are not finite
  /// are left out.
  package init(of values: [Double]) {
    self.init()
    let values = values.filter { $0.isFinite }
    guard let first = values.first else { return }
    min = values.reduce(first) { Swift.min($0, $1) }
    max = values.reduce(first) { Swift.max($0, $1) }
    num = Double(values.count)
    sum = values.reduce(0, +)
    sumSquares = values.reduce(0) { $0 + $1 * $1 }
    // An interval ends with its limit; the last limit is the maximum itself, not a sum close to it.
    let width = (max - min) / 30
    guard width > 0, width.isFinite else {
      bucketLimit = [max]
      bucket = [num]
      return
    }
    bucketLimit = (1...30).map { $0 == 30 ? max : min + Double($0) * width }
    var counts = [Double](repeating: 0, count: 30)
    for value in values {
      var index = Swift.min(29, Int((value - min) / width))
      // The quotient may round across a limit.
      while index > 0, value <= bucketLimit[index - 1] { index -= 1 }
      while value > bucketLimit[index] { index += 1 }
      counts[index] += 1
    }
    bucket = counts
  }
}
