import TrainingEngine

extension HistogramProto {
  /// The bins from the first to the last that is not empty: TensorBoard takes `min` as the lower edge
  /// of the first, and `max` as the upper edge of the last.
  package init(_ histogram: Histogram) {
    self.init()
    let counts = histogram.counts, edges = histogram.edges
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return }
    min = edges[first]
    max = edges[last + 1]
    for bin in first...last {
      let count = Double(counts[bin]), middle = (edges[bin] + edges[bin + 1]) / 2
      num += count
      sum += count * middle
      sumSquares += count * middle * middle
      bucketLimit.append(edges[bin + 1])
      bucket.append(count)
    }
  }
}
