/// What a run recorded, for programs that show runs.
public struct RecordedRun: Equatable, Sendable {
  /// What the lesson calls the run.
  public var name: String
  /// What was recorded, by step.
  public var events: [Event]

  /// A number or a distribution, under a tag, at a step.
  public struct Event: Equatable, Sendable {
    /// What it is a value of, such as `loss` or `dnn/hiddenlayer_0/activation`.
    public var tag: String
    /// The step of the run.
    public var step: Int
    /// The value.
    public var content: Content

    /// Creates an event.
    public init(tag: String, step: Int, _ content: Content) {
      self.tag = tag
      self.step = step
      self.content = content
    }
  }

  /// What an event holds.
  public enum Content: Equatable, Sendable {
    case number(Double)
    /// How many numbers lie in each of some equally wide bins from `lower` to `upper`, and how many
    /// elsewhere.
    case histogram(lower: Double, upper: Double, counts: [Int], outside: Int)
  }

  /// Creates a run.
  public init(name: String, events: [Event]) {
    self.name = name
    self.events = events
  }

  /// The name as that of a folder: letters and digits of ASCII with points and lines between them.
  ///
  ///     RecordedRun.folder(of: "rate 0.001")   // == "rate-0.001"
  public static func folder(of name: String) -> String {
    var folder: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        folder.append(byte)
      case UInt8(ascii: ".") where !folder.isEmpty: folder.append(byte)
      default:
        if let last = folder.last, last != UInt8(ascii: "-") { folder.append(UInt8(ascii: "-")) }
      }
    }
    while let last = folder.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") {
      folder.removeLast()
    }
    return String(decoding: folder, as: UTF8.self)
  }
}
