import Foundation
import Lessons
import Synchronization
import TranscriptFormat

/// Runs the experiments of a course: lessons in, transcripts out.
public struct Notebook: Sendable {
  /// The compiler, or why there is none: stored results need none.
  let toolchain: Result<Toolchain, Toolchain.Missing>
  /// The course's folder; programs run in it and may read the files that they name.
  let folder: URL
  /// Where results are kept.
  let cache: URL
  /// The files of the course besides its lessons, relative to its folder.
  let dataFiles: [String]
  /// How many programs run at once.
  let jobs: Int
  /// Whether stored results are ignored.
  let refreshes: Bool
  let limits: Limits
  /// What is added to every seed that a lesson names.
  let seedShift: Int
  /// Whether live blocks are compiled fast, to run slower.
  let isPreview: Bool
  let memory: ResultMemory

  /// A notebook for the course in a folder.
  ///
  /// - Parameters:
  ///   - dataFiles: The files that code may name, relative to the folder.
  ///   - jobs: How many programs run at once.
  ///   - refreshes: Whether all is run, whatever was stored.
  ///   - seedShift: What is added to every seed.
  public init(
    toolchain: Result<Toolchain, Toolchain.Missing>, folder: URL, cache: URL, dataFiles: [String],
    jobs: Int,
    refreshes: Bool = false, limits: Limits = Limits(), seedShift: Int = 0,
    isPreview: Bool = false, memory: ResultMemory = ResultMemory()
  ) {
    self.toolchain = toolchain
    self.folder = folder
    self.cache = cache
    self.dataFiles = dataFiles
    self.jobs = jobs
    self.refreshes = refreshes
    self.limits = limits
    self.seedShift = seedShift
    self.isPreview = isPreview
    self.memory = memory
  }

  /// What running a course gave.
  public struct Outcome: Sendable {
    /// One transcript a lesson, in the course's order.
    public var transcripts: [Transcript]
    /// Every problem, unsorted.
    public var diagnostics: [Diagnostic]
    /// The sessions that were run, each with the reason.
    public var reasons: [String]
    /// The claims that do not hold, each of them among the problems unless the seeds are shifted.
    public var refuted: [RefutedClaim] = []
    /// What the machine lacks for running what has to be run.
    public var missing: Toolchain.Missing?
    /// What pages run in the reader's browser, unless there is an error.
    public var live = LivePrograms()

    /// The outcome of a course in which nothing has been run.
    public init(of course: Course) {
      transcripts = course.lessons.map {
        Transcript(experiments: $0.experiments.count, values: $0.values.count)
      }
      (diagnostics, reasons) = ([], [])
    }
  }

  /// A sign of life: what is being done to which lesson.
  public enum Event: Sendable {
    case compiling(lesson: String, of: Int)
    /// A block is running; the label is empty where it has none.
    case running(lesson: String, line: Int, label: String)
    case finished(lesson: String, done: Int, of: Int)
    /// The engine is compiled for the reader's browser, which takes a while, once.
    case compilingForBrowser
    /// A lesson's live blocks are.
    case compilingLive(lesson: String)
  }

  /// Whether a course has any code to compile.
  public static func hasWork(in course: Course) -> Bool { !Session.all(of: course).isEmpty }

  /// Brings every session of the course up to date, and the programs of its live blocks.
  ///
  /// All of them are compiled before any is run; one that does not compile or stops does not keep the
  /// others from running, so that one build tells every problem.
  public func run(_ course: Course, report: @escaping @Sendable (Event) -> Void) throws -> Outcome {
    let store = ResultStore(in: cache)
    // Without a compiler, what another one has made is as good as it was.
    let compilers = (try? toolchain.get()).map { [$0.version] } ?? store.compilers
    let scratch = cache.appending(path: "scratch/\(getpid())")
    defer { try? FileManager.default.removeItem(at: scratch) }

    var outcome = Outcome(of: course)
    var stale: [SessionWork] = []
    for session in Session.all(of: course) {
      let files = session.namedFiles(among: dataFiles)
      let data = try files.map {
        ($0, contentHash(try [UInt8](Data(contentsOf: folder.appending(path: $0)))))
      }
      let keys = compilers.map {
        SessionKey(session, compiler: $0, engine: engineIdentity, seedShift: seedShift, data: data)
      }
      if !refreshes, let result = memory.result(keys, of: name(of: session), in: store) {
        outcome.add(result, of: session)
        continue
      }
      let reason =
        refreshes
        ? "--refresh"
        : store.lastKey(of: name(of: session)).flatMap { keys.first?.difference(from: $0) }
      outcome.reasons.append("\(session.title): \(reason ?? "it has not been run before")")
      guard case .success(let toolchain) = toolchain, let key = keys.first else { continue }
      stale.append(
        SessionWork(
          session: session, key: key, notebook: self, toolchain: toolchain,
          scratch: scratch.appending(path: String(stale.count)), readable: files))
    }
    if case .failure(let missing) = toolchain, let reason = outcome.reasons.first {
      let others = outcome.reasons.count - 1
      outcome.missing = Toolchain.Missing(
        description:
          "Not every result is stored (\(reason)\(others > 0 ? "; and \(others) more" : "")). "
          + missing.description)
      return outcome
    }

    let programs = try compile(stale, report: report)
    // Nothing is made for pages while there is a mistake to mend.
    let isRight = !programs.contains { $0.diagnostics.contains { $0.severity == .error } }
    let live = isRight ? liveWork(of: course, scratch: scratch, report: report) : .success([])
    let (results, made) = try run(stale, programs, beside: (try? live.get()) ?? [], report: report)
    for (work, result) in zip(stale, results) {
      outcome.add(result, of: work.session, seedShift: seedShift)
      guard let recorded = result.recorded else { continue }
      try store.store(recorded, for: work.key, session: name(of: work.session))
      outcome.add(recorded, of: work.session)
    }
    if isPreview {
      outcome.addUnfinished(of: course, by: self)
    } else {
      try outcome.add(live, made, jobs: jobs)
    }
    return outcome
  }

  /// The name under which the session's last key is kept.
  private func name(of session: Session) -> String {
    session.title + (seedShift == 0 ? "" : ", seeds + \(seedShift)")
  }
}

extension Notebook.Outcome {
  fileprivate mutating func add(
    _ result: SessionWork.Result, of session: Session, seedShift: Int
  ) {
    refuted += result.refuted
    var found = result.diagnostics
    if seedShift == 0 {
      found += result.refuted.map { $0.diagnostic(in: session.lesson) }
    } else {
      for index in found.indices { found[index].notes.append("with every seed + \(seedShift)") }
    }
    diagnostics += found
  }

  fileprivate mutating func add(_ result: ResultStore.Result, of session: Session) {
    transcripts[session.lessonIndex].add(
      result.records.claimsShifted { session.blockLine($0) }, printed: result.printed,
      experiments: session.blocks, values: session.values)
  }
}
