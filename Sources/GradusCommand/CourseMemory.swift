import Lessons
import Notebook
import Site

/// What one build of a course leaves in memory for the next, while `gradus serve` runs: reading,
/// running and rendering take from it what an edit has not touched.
///
/// Every part is kept with all that it follows from, so a build with a memory gives what one without
/// gives.
final class CourseMemory: Sendable {
  let lessons = LessonMemory()
  let results = ResultMemory()
  let pages = SiteMemory()
  private let themes = Remembered<[Theme.Replacement], Theme>()
  private let interfaces = Remembered<Bool, Interface>()
  private let toolchains = Remembered<Bool, Toolchain>()
  private let typeset = Remembered<Formulas.Input, Formulas>()

  /// The compiler, which stays as long as the tool runs, if there is one.
  var toolchain: Result<Toolchain, Toolchain.Missing> {
    var missing: Toolchain.Missing?
    let found = toolchains.found("", for: true) {
      switch Toolchain.here {
      case .success(let toolchain): return toolchain
      case .failure(let failure):
        missing = failure
        return nil
      }
    }
    return found.map { .success($0) } ?? .failure(missing!)
  }

  /// The formulas of a course; those that have problems are typeset again, to tell them where they
  /// stand now.
  func formulas(of course: Course, _ make: () throws -> Formulas) throws -> Formulas {
    let input = Formulas.Input(course)
    if let known = typeset.found("", for: input, { nil }) { return known }
    let formulas = try make()
    return typeset.found("", for: input) { formulas.diagnostics.isEmpty ? formulas : nil }
      ?? formulas
  }

  func theme(replacing replacements: [Theme.Replacement]) -> Theme {
    themes.value("", for: replacements) { Theme(replacing: replacements) }
  }

  /// The declarations of the engine, which is the tool's own; none where there is no compiler yet.
  func interface(_ find: () -> Interface) -> Interface {
    let found = interfaces.found("", for: true) {
      let interface = find()
      return interface == .empty ? nil : interface
    }
    return found ?? .empty
  }
}
