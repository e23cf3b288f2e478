/// Rows of measured values under column titles.
///
///     Table(remedies) {
///       TableColumn("Remedy") { $0.name }
///       TableColumn("Loss") { $0.loss }
///     }
public struct Table<Row> {
  let columns: [TableColumn<Row>]
  let cells: [[String]]

  /// A table with a row for each element of `rows`.
  public init<Rows: Sequence>(
    _ rows: Rows, file: StaticString = #filePath, line: UInt = #line,
    @TableColumnBuilder<Row> columns: () -> [TableColumn<Row>]
  ) where Rows.Element == Row {
    let columns = columns()
    if columns.isEmpty { stop(.noColumns, file, line) }
    self.columns = columns
    let texts = rows.map { row in columns.map { $0.text(row) } }
    let even = columns.indices.map { column in evenDigits(texts.map { $0[column] }) }
    cells = texts.indices.map { row in even.map { $0[row] } }
  }
}

extension Mistake {
  static let noColumns = Mistake(
    "A table needs at least one column: TableColumn(\"Loss\") { $0.loss }.")
}

/// A column of a ``Table``: its title, and what stands in it for a row.
public struct TableColumn<Row> {
  let title: String
  let text: (Row) -> String

  /// A column of texts.
  public init(_ title: String, _ text: @escaping (Row) -> String) {
    self.title = title
    self.text = text
  }

  /// A column of numbers, written for a reader.
  public init(_ title: String, _ value: @escaping (Row) -> Double) {
    self.init(title) { ReaderNumber.text(value($0)) }
  }

  /// A column of counts.
  public init(_ title: String, _ value: @escaping (Row) -> Int) {
    self.init(title) { ReaderNumber.text(Double(value($0))) }
  }
}

/// Collects the columns of a ``Table``.
@resultBuilder
public enum TableColumnBuilder<Row> {
  /// A column.
  public static func buildExpression(_ column: TableColumn<Row>) -> [TableColumn<Row>] { [column] }
  /// Columns side by side.
  public static func buildBlock(_ columns: [TableColumn<Row>]...) -> [TableColumn<Row>] {
    columns.flatMap { $0 }
  }
  /// Columns behind an `if`.
  public static func buildOptional(_ columns: [TableColumn<Row>]?) -> [TableColumn<Row>] {
    columns ?? []
  }
  /// Columns behind an `if` with an `else`.
  public static func buildEither(first: [TableColumn<Row>]) -> [TableColumn<Row>] { first }
  /// Columns behind an `else`.
  public static func buildEither(second: [TableColumn<Row>]) -> [TableColumn<Row>] { second }
  /// Columns made by a `for`.
  public static func buildArray(_ columns: [[TableColumn<Row>]]) -> [TableColumn<Row>] {
    columns.flatMap { $0 }
  }
}
