import ArgumentParser
import Foundation
import Lessons
import Notebook
import Site

/// Reading, running and rendering a course: what `build` and `check` share.
struct CourseRun {
  let options: CourseOptions

  /// What a failure means for the site, as the end of a sentence.
  let consequence: String

  /// Whether live blocks are compiled fast, to run slower.
  let isPreview: Bool

  init(
    _ options: CourseOptions, consequence: String = "; the site is unchanged",
    isPreview: Bool = false
  ) {
    self.options = options
    self.consequence = consequence
    self.isPreview = isPreview
  }

  /// A course, rendered, with everything that is wrong with it.
  struct Rendered {
    /// The site's files; not to be published while an error is among the problems.
    var files: [SiteFile]
    var problems: [Diagnostic]
    var summary: String
    var results: PinnedResults
    var course: Course
    /// What the machine lacks for running what has to be run; then there are no files.
    var missing: Toolchain.Missing?
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
    let (course, readingProblems) = Course.read(folder: folder)
    var problems = readingProblems

    let formulas = try typeset(course)
    problems += formulas.diagnostics

    let progress = ProgressLine()
    let outcome = try run(course, progress)
    progress.clear()
    if let missing = outcome.missing {
      return Rendered(
        files: [], problems: problems, summary: "",
        results: PinnedResults(course, outcome.transcripts), course: course, missing: missing)
    }
    if !outcome.reasons.isEmpty, let lacking = Confinement.lacking {
      writeError("gradus: \(lacking)\n")
    }
    if options.why { for reason in outcome.reasons { writeError("\(reason)\n") } }
    problems += Declarations.explaining(outcome.diagnostics, in: course, cache: cacheFolder)
    if let missing = outcome.live.missing {
      writeError("gradus: Live blocks are not on the pages. \(missing)\n")
    }

    let site = Site.render(
      course, outcome.transcripts, formulas: formulas,
      interface: Notebook.hasWork(in: course) ? Declarations.interface(cache: cacheFolder) : .empty,
      theme: Theme(replacing: replacements()),
      live: outcome.live.programs.map {
        LiveProgram(lesson: $0.lesson, experiments: $0.experiments, module: $0.text)
      })
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
    let ran = outcome.reasons.isEmpty ? "nothing had to be run" : "\(outcome.reasons.count) run"
    return Rendered(
      files: site.files, problems: problems,
      summary: "\(course.lessons.count.of("lesson")), \(ran)",
      results: PinnedResults(course, outcome.transcripts), course: course)
  }

  /// The course's formulas; those of the last build are taken over.
  private func typeset(_ course: Course) throws -> Formulas {
    let store = cacheFolder.appending(path: "formulas")
    do {
      let formulas = try Formulas(of: course, cache: (try? [UInt8](Data(contentsOf: store))) ?? [])
      try? FileManager.default.createDirectory(at: cacheFolder, withIntermediateDirectories: true)
      try? Data(formulas.cache).write(to: store, options: .atomic)
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
      toolchain: Toolchain.here, folder: folder, cache: cacheFolder,
      dataFiles: dataFiles(inCourse: folder), jobs: options.experimentsAtOnce,
      refreshes: options.refresh, seedShift: seedShift, isPreview: isPreview)
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
