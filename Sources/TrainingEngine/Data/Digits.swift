internal import TrainingKernels

extension Dataset {
  /// Real handwritten digits, 8×8 pixels from 0 (paper) to 1 (ink), in an order shuffled by `seed`.
  ///
  /// From *Optical Recognition of Handwritten Digits*, E. Alpaydin and C. Kaynak, UCI Machine
  /// Learning Repository (CC BY 4.0).
  ///
  /// ```swift
  /// let digits = Dataset.digits(seed: 1)
  /// digits.count  // == 1797
  /// digits.classes  // == 10
  /// ```
  ///
  /// - Parameter count: How many of the 1,797; all if not given.
  public static func digits(
    count: Int? = nil, seed: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> Dataset {
    let all = Int(TK_DIGIT_COUNT)
    let count = count ?? all
    check((1...all).contains(count), .digitCount(count), file, line)
    let order = RandomStream(seed: seed, name: "digits order").permutation(of: all)
    var flat: [Double] = []
    var labels: [Int] = []
    flat.reserveCapacity(64 * count)
    var pixels = [UInt8](repeating: 0, count: 64)
    for index in order.prefix(count) {
      labels.append(Int(tk_digit(index, &pixels)))
      for pixel in pixels { flat.append(Double(pixel) / 16) }
    }
    return Dataset(flat: flat, features: 64, labels: labels, classes: 10)
  }
}

extension Mistake {
  package static func digitCount(_ count: Int) -> Mistake {
    Mistake("There are 1,797 digits; ask for 1 to 1,797 of them, not \(count).")
  }
}
