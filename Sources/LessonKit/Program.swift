#if canImport(Glibc)
  internal import TranscriptFormat
#else
  package import TranscriptFormat
#endif

#if canImport(Glibc)
  import Glibc
  internal import LessonTrace
#endif

/// The running lesson's side of the transcript. Lesson authors never call it: the notebook writes
/// these calls between the blocks of a lesson.
public enum LessonProgram {
  /// Marks the start of an experiment, by its index in the lesson.
  ///
  /// - Parameter sweeps: Whether it is run for all values of its controls.
  public static func begin(_ experiment: Int, sweeps: Bool = true) {
    #if canImport(Glibc)
      lesson_report_traces()
      if let shift = getenv("GRADUS_SEED_SHIFT") { RandomStream.seedShift = atol(shift) }
    #endif
    Controls.endBlock()
    report(.began(experiment: experiment, printedBytes: printedBytes()))
    Controls.beginBlock(sweeps: sweeps)
  }

  /// Marks the regular end of the program.
  public static func end() {
    Controls.endBlock()
    report(.ended(printedBytes: printedBytes()))
  }

  /// Reports an inline value, which stands below its block.
  static func report(value index: Int, _ text: String) {
    Controls.endBlock()
    report(.value(index: index, text: text))
  }

  static func show(_ output: Output) {
    // Claims count, and runs are offered, at the initial position.
    switch output {
    case .claim, .runs: if Controls.isCopy { return }
    case .printed, .text, .figure, .table, .failure: break
    }
    report(.output(output, printedBytes: printedBytes()))
  }

  #if canImport(Glibc)
    /// The descriptor that the notebook opens for records.
    private static let recordsDescriptor: Int32 = 3

    static func report(_ record: Record) {
      record.encoded.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = write(recordsDescriptor, rest.baseAddress, rest.count)
          // A program started by hand has no such descriptor; it just runs.
          guard count > 0 else { break }
          rest = rest.dropFirst(count)
        }
      }
    }

    /// How much the program has printed: the notebook gives it a file as standard output.
    static func printedBytes() -> Int {
      fflush(nil)
      return max(0, lseek(STDOUT_FILENO, 0, SEEK_CUR))
    }
  #else
    nonisolated(unsafe) private static var records: [Record] = []
    /// How much the program has printed, which the page knows.
    nonisolated(unsafe) package static var printedBytes: () -> Int = { 0 }

    static func report(_ record: Record) { records.append(record) }

    /// Takes what has been reported.
    package static func takeRecords() -> [Record] {
      defer { records = [] }
      return records
    }
  #endif
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var baseAddress: UnsafeRawPointer? {
    base.baseAddress.map { $0 + startIndex }
  }
}
