import TrainingEngine

/// A TensorBoard event file: a list of scalars and histograms, each with its tag and step.
///
/// Times are given, never taken from a clock, so that the same run makes the same bytes.
///
/// ```swift
/// var file = EventFile(wallTime: 0)
/// file.add("loss", 1.79, step: 0, wallTime: 0)
/// try file.write(toFolder: "runs/plain")  // tensorboard --logdir runs
/// ```
///
/// The values are in the fields `simple_value` and `histo`, which every version of TensorBoard reads.
public struct EventFile {
  /// The file so far: records, the first with the version of the format.
  public private(set) var bytes: [UInt8] = []
  /// The number of records, that of the version among them.
  public private(set) var recordCount = 0
  private let wallTime: Double

  /// A file without events.
  ///
  /// - Parameter wallTime: When the run began, in seconds since 1970.
  public init(wallTime: Double) {
    self.wallTime = wallTime
    append(.fileVersion("brain.Event:2"), step: 0, wallTime: wallTime)
  }

  /// Adds a number, which is stored with 32 bits.
  public mutating func add(_ tag: String, _ value: Double, step: Int, wallTime: Double) {
    var entry = Summary.Value()
    entry.tag = tag
    entry.simpleValue = Float(value)
    append(entry, step: step, wallTime: wallTime)
  }

  /// Adds the distribution of the numbers of a tensor.
  public mutating func add(
    _ tag: String, distributionOf tensor: Tensor, step: Int, wallTime: Double
  ) {
    add(tag, distributionOf: tensor.values, step: step, wallTime: wallTime)
  }

  /// Adds the distribution of some numbers: their extent, sums, and counts in 30 equally wide
  /// intervals. Those that are not finite are left out.
  public mutating func add(
    _ tag: String, distributionOf values: [Double], step: Int, wallTime: Double
  ) {
    var entry = Summary.Value()
    entry.tag = tag
    entry.histo = HistogramProto(of: values)
    append(entry, step: step, wallTime: wallTime)
  }

  /// Adds a histogram that was counted elsewhere, such as one that a probe recorded.
  ///
  /// Empty bins at either end are left out, and so is what lies outside the range. Only the counts
  /// are known: the sums are those of as many numbers at the middle of each bin.
  public mutating func add(
    _ tag: String, _ histogram: Histogram, step: Int, wallTime: Double
  ) {
    var entry = Summary.Value()
    entry.tag = tag
    entry.histo = HistogramProto(histogram)
    append(entry, step: step, wallTime: wallTime)
  }

  /// The name by which TensorBoard knows an event file.
  public var name: String { "events.out.tfevents.\(Int(wallTime)).gradus" }

  private mutating func append(_ entry: Summary.Value, step: Int, wallTime: Double) {
    var summary = Summary()
    summary.value = [entry]
    append(.summary(summary), step: step, wallTime: wallTime)
  }

  private mutating func append(_ what: Event.OneOf_What, step: Int, wallTime: Double) {
    var event = Event()
    event.wallTime = wallTime
    event.step = Int64(step)
    event.what = what
    // Only required fields and wrong text could fail; there are no such fields, and Swift's text is
    // always right.
    guard let payload: [UInt8] = try? event.serializedBytes() else {
      fatalError("An event could not be encoded.")
    }
    bytes += framed(payload)
    recordCount += 1
  }
}
