import ArgumentParser
import Foundation
import Lessons
import Notebook
import Site
import TranscriptFormat

/// Reading, running and rendering a course: what `build` and `check` share.
struct CourseRun {
  let options: CourseOptions

  /// What a failure means for the site, as the end of a sentence.
  let consequence: String

  /// Whether live blocks are compiled fast, to run slower.
  let isPreview: Bool

  /// What was built before.
  let memory: CourseMemory

  init(
    _ options: CourseOptions, consequence: String = "; the site is unchanged",
    isPreview: Bool = false, memory: CourseMemory = CourseMemory()
  ) {
    self.options = options
    self.consequence = consequence
    self.isPreview = isPreview
    self.memory = memory
  }

  /// A course, rendered, with everything that is wrong with it.
  struct Rendered {
    /// The site's files; not to be published while an error is among the problems.
    var files: [SiteFile]
    var problems: [Diagnostic]
    /// How many sessions had to be run.
    var runs = 0
    /// Whether the machine has all that the pages can show.
    var isWhole = true
    var course: Course
    var transcripts: [Transcript]
    /// The programs of its live blocks.
    var live = LivePrograms()
    /// What the machine lacks for running what has to be run; then there are no files.
    var missing: Toolchain.Missing?

    /// Such as "14 lessons, nothing had to be run".
    var summary: String { Self.summary(lessons: course.lessons.count, runs: runs) }

    static func summary(lessons: Int, runs: Int) -> String {
      "\(lessons.of("lesson")), \(runs == 0 ? "nothing had to be run" : "\(runs) run")"
    }

    /// Whether nothing has to be told of it.
    var isQuiet: Bool { problems.isEmpty && isWhole }

    /// What can be pinned.
    var results: PinnedResults { PinnedResults(course, transcripts) }
  }

  /// The site without errors; or, after every problem was reported, an exit code.
  func site() throws -> Rendered {
    let rendered = try attempt()
    if let missing = rendered.missing {
      report(rendered.problems)
      throw ExitCode.lacking(missing)
    }
    try tell(rendered.problems)
    return rendered
  }

  /// The site as far as the course allows, problems and all.
  func attempt() throws -> Rendered {
    let folder = options.courseFolder
    let (course, readingProblems) = Course.read(
      CourseFolder(folder), remembering: memory.lessons)
    var problems = readingProblems

    let formulas = try memory.formulas(of: course) { try typeset(course) }
    problems += formulas.diagnostics

    let progress = ProgressLine()
    let outcome = try run(course, progress)
    progress.clear()
    if let missing = outcome.missing {
      return Rendered(
        files: [], problems: problems, course: course,
        transcripts: outcome.transcripts, missing: missing)
    }
    if !outcome.reasons.isEmpty, let lacking = Confinement.lacking {
      writeError("gradus: \(lacking)\n")
    }
    if options.why { for reason in outcome.reasons { writeError("\(reason)\n") } }
    problems += Declarations.explaining(outcome.diagnostics, in: course, cache: cacheFolder)
    problems += try notebook().mistakesInDrafts(of: course)
    if let missing = outcome.live.missing {
      writeError("gradus: Live blocks are not on the pages. \(missing)\n")
    }

    let site = Site.render(
      course, outcome.transcripts, formulas: formulas,
      interface: Notebook.hasWork(in: course)
        ? memory.interface { Declarations.interface(cache: cacheFolder) } : .empty,
      theme: memory.theme(replacing: replacements()),
      live: outcome.live.programs.map {
        LiveProgram(lesson: $0.lesson, experiments: $0.experiments, module: $0.text)
      }
        + outcome.live.unfinished.map {
          LiveProgram(lesson: $0.lesson, experiments: $0.experiments, module: nil)
        }, remembering: memory.pages)
    if options.why { for sweep in site.sweeps { writeError("\(sweep.summary)\n") } }
    // What reading or typesetting has refused, the page refuses once more.
    let told = Set(
      problems.compactMap { problem in problem.position.map { "\(problem.path):\($0)" } })
    problems += site.diagnostics.filter { problem in
      problem.position.map { !told.contains("\(problem.path):\($0)") } ?? !problems.contains(
        problem)
    }
    if !problems.contains(where: { $0.severity == .error }) {
      problems += Site.uncheckedClaims(in: course, outcome.transcripts)
    }
    return Rendered(
      files: site.files, problems: problems, runs: outcome.reasons.count,
      isWhole: outcome.live.missing == nil, course: course, transcripts: outcome.transcripts,
      live: outcome.live)
  }

  /// The course's formulas; those of the last build are taken over.
  private func typeset(_ course: Course) throws -> Formulas {
    let store = cacheFolder.appending(path: "formulas")
    do {
      let stored = (try? [UInt8](Data(contentsOf: store))) ?? []
      let formulas = try Formulas(of: course, cache: stored)
      if formulas.cache != stored {
        try? FileManager.default.createDirectory(at: cacheFolder, withIntermediateDirectories: true)
        try? Data(formulas.cache).write(to: store, options: .atomic)
      }
      return formulas
    } catch {
      throw ExitCode.lacking(error)
    }
  }

  /// The files of the page's frame that the course has its own of.
  private func replacements() -> [Theme.Replacement] {
    let folder = "\(options.courseFolder)/theme"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.compactMap { name in
      let path = "\(folder)/\(name)"
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      return text.map { Theme.Replacement(name: name, path: path, text: $0) }
    }
  }

  /// The claims that hold for the course's own seeds only, tried on so many others.
  func claimsOnOtherSeeds(_ count: Int, in course: Course) throws -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var runs: [(shift: Int, refuted: [RefutedClaim])] = []
    let progress = ProgressLine()
    for number in 1...max(1, count) {
      // Far enough that the seeds of one lesson do not meet those of another.
      let shift = 1000 * number
      let outcome = try run(course, progress, seedShift: shift)
      if let missing = outcome.missing { throw ExitCode.lacking(missing) }
      problems += outcome.diagnostics
      runs.append((shift, outcome.refuted))
      progress.tellDone(
        "seeds + \(shift): "
          + (outcome.refuted.isEmpty
            ? "every claim holds" : "\(outcome.refuted.count.of("claim")) refuted"))
    }
    progress.clear()
    return problems + RefutedClaim.onOtherSeeds(runs, in: course)
  }

  private func run(
    _ course: Course, _ progress: ProgressLine, seedShift: Int = 0
  ) throws -> Notebook.Outcome {
    // A course without code can be built where there is no compiler.
    guard Notebook.hasWork(in: course) else { return Notebook.Outcome(of: course) }
    return try notebook(seedShift: seedShift).run(course) { progress.report($0) }
  }

  private func notebook(seedShift: Int = 0) -> Notebook {
    let folder = URL(fileURLWithPath: options.courseFolder)
    return Notebook(
      toolchain: memory.toolchain, folder: folder, cache: cacheFolder,
      dataFiles: dataFiles(inCourse: folder), jobs: options.experimentsAtOnce,
      refreshes: options.refresh, seedShift: seedShift, isPreview: isPreview,
      memory: memory.results)
  }

  /// Reports problems in the course's order; throws if one of them is an error.
  func tell(_ problems: [Diagnostic]) throws {
    report(problems)
    let errors = problems.count { $0.severity == .error }
    guard errors == 0 else {
      writeError("\(errors.of("error"))\(consequence).\n")
      throw ExitCode.courseHasErrors
    }
  }

  private func report(_ problems: [Diagnostic]) {
    let isColored =
      isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    for problem in problems.sorted() {
      if options.json {
        print(DiagnosticJSON(problem).text)
      } else {
        writeError(problem.rendered(color: isColored) + "\n")
      }
    }
  }
}

extension Int {
  /// Such as "1 lesson" or "3 lessons".
  fileprivate func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
