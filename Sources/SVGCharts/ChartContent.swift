/// Something that a chart draws: a mark or a group of marks.
public protocol ChartContent {
  /// Visits each mark, which `body` may change.
  mutating func forEachMark(_ body: (inout Mark) -> Void)

  /// The content as a group.
  consuming func grouped() -> ChartGroup
}

/// Several marks.
public struct ChartGroup: ChartContent, Sendable {
  // Most groups are the only mark of a round of a loop, which takes no array.
  private var only: Mark?
  private var several: [MarkRun] = []

  /// The marks in their order, those alike together.
  package var runs: [MarkRun] { only.map { [MarkRun($0)] } ?? several }

  package var count: Int { only == nil ? several.reduce(0) { $0 + $1.count } : 1 }

  package init() {}

  package init(_ mark: consuming Mark) { only = mark }

  package init(_ runs: [MarkRun]) { several = runs }

  package mutating func append(_ mark: Mark) {
    guard only != nil || !several.isEmpty else { return only = mark }
    makeRun()
    // Asked and changed in place: a copy of the run would copy its columns.
    if !several[several.count - 1].take(mark) { several.append(MarkRun(mark)) }
  }

  package mutating func append(_ group: borrowing ChartGroup) {
    if let mark = group.only { return append(mark) }
    guard only != nil || !several.isEmpty else { return several = group.several }
    makeRun()
    for run in group.several {
      if !several[several.count - 1].take(run) { several.append(run) }
    }
  }

  /// Makes room for so many marks like the first ones.
  fileprivate mutating func reserve(_ count: Int) {
    guard several.count == 1 else { return }
    several[0].reserve(count)
  }

  private mutating func makeRun() {
    guard let mark = only else { return }
    only = nil
    several = [MarkRun(mark)]
  }

  /// The group itself.
  public consuming func grouped() -> ChartGroup { self }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) {
    var changed = ChartGroup()
    for run in runs {
      for var mark in run.marks {
        body(&mark)
        changed.append(mark)
      }
    }
    self = changed
  }
}

/// Collects the marks that a chart's braces list; `for`, `if` and `switch` work inside.
@resultBuilder
public enum ChartContentBuilder {
  /// A mark or a group on a line of its own.
  public static func buildExpression(_ content: consuming some ChartContent) -> ChartGroup {
    content.grouped()
  }

  /// Empty braces.
  public static func buildBlock() -> ChartGroup { ChartGroup() }

  /// The first line.
  public static func buildPartialBlock(first: ChartGroup) -> ChartGroup { first }

  /// A line after others.
  public static func buildPartialBlock(
    accumulated: consuming ChartGroup, next: ChartGroup
  ) -> ChartGroup {
    accumulated.append(next)
    return accumulated
  }

  /// The rounds of a `for`.
  public static func buildArray(_ groups: [ChartGroup]) -> ChartGroup {
    var all = ChartGroup()
    for index in groups.indices {
      all.append(groups[index])
      if index == 1 { all.reserve(groups.count) }
    }
    return all
  }

  /// An `if` without `else`.
  public static func buildOptional(_ group: ChartGroup?) -> ChartGroup { group ?? ChartGroup() }

  /// The first branch of an `if` or `switch`.
  public static func buildEither(first: ChartGroup) -> ChartGroup { first }

  /// Another branch of an `if` or `switch`.
  public static func buildEither(second: ChartGroup) -> ChartGroup { second }
}
