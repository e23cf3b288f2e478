#if !canImport(Glibc)
  /// What a page and the runs in it tell each other.
  package enum LiveRuns {
    /// How much of its steps a run takes, for a first look.
    nonisolated(unsafe) package static var share = 1.0
    /// Takes how many of how many steps are done.
    nonisolated(unsafe) package static var report: ((_ done: Int, _ count: Int) -> Void)?
    /// Takes the sentence with which the program is about to stop.
    nonisolated(unsafe) package static var willStop: ((String) -> Void)?

    static func shortened(_ stepCount: Int) -> Int {
      share < 1 ? min(stepCount, max(1, Int(Double(stepCount) * share))) : stepCount
    }
  }
#endif
