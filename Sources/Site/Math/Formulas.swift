import Lessons

/// Every formula of a course, typeset.
///
/// Typesetting needs no results, so a formula that cannot be typeset is found before an experiment
/// runs, and publishing needs neither KaTeX nor the disk:
///
///     let formulas = try Formulas(of: course, cache: bytesOfTheLastBuild)
///     formulas.diagnostics   // formulas that KaTeX rejects
///     formulas.cache         // for the next build, which then loads no KaTeX
public struct Formulas: Sendable {
  /// What is wrong with formulas, in reading order.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Everything typeset here, as bytes for the next build.
  public private(set) var cache: [UInt8] = []
  /// The style sheet of formulas and the fonts that these formulas use; nil without formulas.
  private(set) var style: MathStyle?
  private var markup: [Key: String] = [:]
  /// What the markup of a formula follows from besides the formula; nil without formulas.
  private(set) var maker: MathCache.Maker?

  struct Key: Hashable, Sendable {
    var tex: String
    var display: Bool
  }

  /// Everything that the formulas of a course follow from, but their places and what is installed.
  package struct Input: Equatable, Sendable {
    private let formulas: [Key]
    private let macros: [Course.Macro]

    package init(_ course: Course) {
      macros = course.macros
      formulas = course.lessons.flatMap { lesson in
        lesson.formulas.map { Key(tex: $0.formula.tex, display: $0.display) }
      }
    }
  }

  /// Typesets the formulas of a course, taking what an earlier build left in `cache`.
  ///
  /// A cache that another KaTeX or other macros made, or that is damaged, counts as empty.
  public init(of course: Course, cache: [UInt8] = []) throws(MissingSoftware) {
    let formulas = course.lessons.flatMap { lesson in
      lesson.formulas.map { (lesson: lesson, formula: $0.formula, display: $0.display) }
    }
    guard !formulas.isEmpty else { return }
    let script = try Installation.read(Installation.script)
    let macros = course.macros.map { (name: $0.name, expansion: $0.expansion) }
    let maker = MathCache.Maker(script: script, macros: macros)
    self.maker = maker
    let known = MathCache(bytes: cache, maker: maker)
    var used = MathCache(maker: maker)
    var katex: KaTeX?
    for (lesson, formula, display) in formulas {
      let key = Key(tex: formula.tex, display: display)
      guard markup[key] == nil else { continue }
      if let typeset = known[key] {
        markup[key] = typeset
        used[key] = typeset
        continue
      }
      let engine: KaTeX
      if let katex { engine = katex } else { engine = try KaTeX(source: script) }
      katex = engine
      switch engine.typeset(formula.tex, display: display, macros: macros) {
      case .markup(let typeset):
        markup[key] = typeset
        used[key] = typeset
      case .error(let message, let offset):
        diagnostics.append(
          FormulaError(message: message, offset: offset).diagnostic(of: formula, in: lesson))
      }
    }
    self.cache = used.bytes
    let sheet = String(decoding: try Installation.read(Installation.style), as: UTF8.self)
    style = MathStyle(sheet: sheet, markup: used.entries.values)
  }

  /// What is wrong with the formulas of a course.
  public static func check(_ course: Course) throws(MissingSoftware) -> [Diagnostic] {
    try Formulas(of: course).diagnostics
  }

  /// The markup of a formula, or the TeX itself where it cannot be typeset.
  func html(_ formula: Formula, display: Bool) -> HTML {
    guard let typeset = markup[Key(tex: formula.tex, display: display)] else {
      return "<code>\(formula.tex)</code>"
    }
    return HTML(verbatim: typeset)
  }
}
