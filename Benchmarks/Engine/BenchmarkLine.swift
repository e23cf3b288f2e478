import Foundation

/// One result, printed as one line of JSON.
struct BenchmarkLine: CustomStringConvertible {
  let name: String
  /// What was measured, in order, with its unit in the name.
  let values: [(String, Double)]

  /// One object, without line breaks.
  ///
  /// `{"name": "gemm 64", "gflops": 115.2, "fractionOfPeak": 0.98}`
  var description: String {
    let fields = values.map { name, value in
      "\"\(name)\": " + (value.isFinite ? String(format: "%.7g", value) : "null")
    }
    return "{" + (["\"name\": \"\(name)\""] + fields).joined(separator: ", ") + "}"
  }
}

/// How long each measurement takes.
struct Timing {
  let repetitions: Int
  let seconds: Double

  /// Nine repetitions of at least a quarter of a second each.
  static let full = Timing(repetitions: 9, seconds: 0.25)
  /// Enough to see that everything runs.
  static let quick = Timing(repetitions: 3, seconds: 0.02)

  /// The median over all repetitions of how often `body` runs in a second.
  func rate(of body: () -> Void) -> Double {
    var count = 1
    while Timing.seconds(of: { for _ in 0..<count { body() } }) < seconds { count *= 2 }
    let rates = (0..<repetitions).map { _ in
      Double(count) / Timing.seconds { for _ in 0..<count { body() } }
    }
    return rates.sorted()[repetitions / 2]
  }

  /// Processor time: other programs disturb it less than the clock on the wall.
  private static func seconds(of body: () -> Void) -> Double {
    let start = processorTime
    body()
    return processorTime - start
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
