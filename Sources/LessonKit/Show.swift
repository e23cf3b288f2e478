internal import TranscriptFormat

/// Shows a chart under the block, with a caption that states what it shows.
///
///     show("Each layer back multiplies the gradient by about a quarter.") {
///       Chart(profile) { BarMark(x: .value("Layer", $0.layer), y: .value("|δ|", $0.value)) }
///     }
///
/// The caption is also the chart's accessible name. A caption is required: a figure that cannot be
/// summed up in a sentence shows nothing yet.
///
/// - Parameter height: the height in pixels where the text column is at its full width.
public func show(_ caption: String, height: Int = 340, _ chart: () -> Chart) {
  let chart = chart()
  let id = FigureNames.next(for: caption)
  let data = chart.table
  LessonProgram.show(
    .figure(
      Figure(
        caption: caption, summary: chart.summary,
        wide: chart.svg(width: 680, height: height, id: id + "w", name: caption),
        narrow: chart.svg(
          width: 340, height: max(240, height * 4 / 5), id: id + "n", name: caption),
        data: TranscriptFormat.Table(columns: data.columns, rows: data.rows))))
}

/// Shows a table under the block, with a caption that states what it shows.
///
///     show("Only the right initial weights cure the cause.") {
///       Table(remedies) {
///         TableColumn("Remedy") { $0.name }
///         TableColumn("Loss") { $0.loss }
///       }
///     }
public func show<Row>(_ caption: String, _ table: () -> Table<Row>) {
  let table = table()
  LessonProgram.show(
    .table(
      caption: caption,
      TranscriptFormat.Table(columns: table.columns.map { $0.title }, rows: table.cells)))
}

/// Shows what a value says of itself: `show(network)` prints the Swift that makes the network.
public func show<Value: CustomStringConvertible>(_ value: Value) {
  LessonProgram.show(.text(value.description))
}

/// Gives each figure of a program a name for the ids inside its SVG.
private enum FigureNames {
  nonisolated(unsafe) private static var count = 0

  /// A name that depends on the caption and on the figures before it, so that the figures of two
  /// programs can stand on one page.
  static func next(for caption: String) -> String {
    count += 1
    var hash: UInt32 = 0x811c_9dc5
    for byte in caption.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return "c" + String(hash, radix: 36) + "-\(count)"
  }
}
