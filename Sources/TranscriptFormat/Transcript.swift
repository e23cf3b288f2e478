/// Everything that running one lesson left: the value between running a lesson and publishing it.
public struct Transcript: Equatable, Sendable {
  /// What appears under each experiment, by the experiment's index in the lesson.
  public var outputs: [[Output]]
  /// What the controls of each experiment change of that; nil for one without controls.
  public var sweeps: [Sweep?]
  /// The text of each inline value, by its index in the lesson.
  public var values: [String]

  /// A transcript in which nothing has been shown yet.
  public init(experiments: Int, values: Int) {
    outputs = Array(repeating: [], count: experiments)
    sweeps = Array(repeating: nil, count: experiments)
    self.values = Array(repeating: "", count: values)
  }
}
