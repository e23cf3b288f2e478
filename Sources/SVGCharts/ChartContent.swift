/// Something that a chart draws: a mark or a group of marks.
public protocol ChartContent {
  /// Visits each mark, which `body` may change.
  mutating func forEachMark(_ body: (inout Mark) -> Void)
}

/// Several marks.
public struct ChartGroup: ChartContent, Sendable {
  package var marks: [Mark] = []

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) {
    for index in marks.indices { body(&marks[index]) }
  }
}

/// Collects the marks that a chart's braces list; `for`, `if` and `switch` work inside.
@resultBuilder
public enum ChartContentBuilder {
  /// A mark or a group on a line of its own.
  public static func buildExpression(_ content: some ChartContent) -> ChartGroup {
    var content = content
    var group = ChartGroup()
    content.forEachMark { group.marks.append($0) }
    return group
  }

  /// Empty braces.
  public static func buildBlock() -> ChartGroup { ChartGroup() }

  /// The first line.
  public static func buildPartialBlock(first: ChartGroup) -> ChartGroup { first }

  /// A line after others.
  public static func buildPartialBlock(
    accumulated: consuming ChartGroup, next: ChartGroup
  ) -> ChartGroup {
    accumulated.marks += next.marks
    return accumulated
  }

  /// The rounds of a `for`.
  public static func buildArray(_ groups: [ChartGroup]) -> ChartGroup {
    var all = ChartGroup()
    all.marks.reserveCapacity(groups.reduce(0) { $0 + $1.marks.count })
    for group in groups { all.marks.append(contentsOf: group.marks) }
    return all
  }

  /// An `if` without `else`.
  public static func buildOptional(_ group: ChartGroup?) -> ChartGroup { group ?? ChartGroup() }

  /// The first branch of an `if` or `switch`.
  public static func buildEither(first: ChartGroup) -> ChartGroup { first }

  /// Another branch of an `if` or `switch`.
  public static func buildEither(second: ChartGroup) -> ChartGroup { second }
}
