#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
      "\"\(name)\": " + (value.isFinite ? sevenDigits(value) : "null")
    }
    return "{" + (["\"name\": \"\(name)\""] + fields).joined(separator: ", ") + "}"
  }
}

// Foundation could do it, but loading it would be most of what W8 measures.
private func sevenDigits(_ value: Double) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { text in
    withVaList([value]) { _ = vsnprintf(text.baseAddress, text.count, "%.7g", $0) }
    return text.baseAddress.map { String(cString: $0) } ?? ""
  }
}

/// How long each measurement takes.
struct Timing {
  let repetitions: Int
  let seconds: Double

  /// Nine repetitions of a quarter of a second each.
  static let full = Timing(repetitions: 9, seconds: 0.25)
  /// Enough to see that everything runs.
  static let quick = Timing(repetitions: 3, seconds: 0.02)

  /// The median over all repetitions of how often `body` runs in a second of processor time, which
  /// other programs disturb less than the clock on the wall.
  func rate(of body: () -> Void) -> Double { rate(on: CLOCK_PROCESS_CPUTIME_ID, of: body) }

  /// As above, by the clock on the wall: for what several threads do.
  func wallRate(of body: () -> Void) -> Double { rate(on: CLOCK_MONOTONIC, of: body) }

  private func rate(on clock: clockid_t, of body: () -> Void) -> Double {
    var count = 1
    var elapsed = time(on: clock) { body() }
    while elapsed < seconds / 4 {
      count *= 2
      elapsed = time(on: clock) { for _ in 0..<count { body() } }
    }
    count = max(1, Int(Double(count) * seconds / elapsed))
    let rates = (0..<repetitions).map { _ in
      Double(count) / time(on: clock) { for _ in 0..<count { body() } }
    }
    return rates.sorted()[repetitions / 2]
  }
}

/// Seconds that `body` takes.
func time(on clock: clockid_t = CLOCK_MONOTONIC, _ body: () -> Void) -> Double {
  let start = now(clock)
  body()
  return now(clock) - start
}

private func now(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
