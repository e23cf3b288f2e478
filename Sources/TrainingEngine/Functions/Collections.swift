// What lessons ask of lists of numbers again and again.
extension Collection where Element == Double {
  /// The mean of all numbers; NaN if there are none.
  ///
  /// ```swift
  /// [1, 2, 6].mean  // == 3
  /// ```
  public var mean: Double { reduce(0, +) / Double(count) }

  /// The standard deviation, √(Σ(x − mean)²/(n − 1)); 0 for a single number.
  ///
  /// ```swift
  /// [1, 3, 5].deviation  // == 2
  /// ```
  public var deviation: Double {
    guard count > 1 else { return isEmpty ? .nan : 0 }
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }

  /// Where the largest number is, the first of equals; nil if there is none. NaN never wins.
  ///
  /// ```swift
  /// [0.1, 0.7, 0.2].argmax  // == 1
  /// ```
  public var argmax: Index? {
    var best: Index?
    for index in indices where !self[index].isNaN {
      if let place = best, self[index] <= self[place] { continue }
      best = index
    }
    return best
  }
}
