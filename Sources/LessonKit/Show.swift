internal import TranscriptFormat

/// Shows a chart under the block, with a caption that states what it shows.
///
///     show("Each layer back multiplies the gradient by about a quarter.") {
///       Chart(profile) { BarMark(x: .value("Layer", $0.layer), y: .value("|δ|", $0.value)) }
///     }
///
/// A ``ChartGrid`` is shown the same way. The caption is also the accessible name. A caption is
/// required: a figure that cannot be summed up in a sentence shows nothing yet.
///
/// - Parameter height: the height in pixels where the text column is at its full width; half the
///   width for a chart, and what the panels need for a grid.
public func show<Picture: Graphic>(
  _ caption: String, height: Int? = nil, _ picture: () -> Picture
) {
  let picture = picture()
  let id = FigureNames.next(for: caption)
  let (wide, narrow) = (680, 340)
  LessonProgram.show(
    .figure(
      Figure(
        caption: caption, summary: picture.summary,
        wide: picture.svg(width: wide, height: height, id: id + "w", name: caption),
        narrow: picture.svg(
          width: narrow,
          height: height.map { max($0 * 4 / 5, picture.height(forWidth: narrow)) }, id: id + "n",
          name: caption),
        data: picture.panelData.map { panel in
          TranscriptFormat.PanelData(
            title: panel.title,
            table: TranscriptFormat.Table(columns: panel.table.columns, rows: panel.table.rows),
            csv: panel.csv)
        },
        axes: picture.axisRanges.map {
          Figure.Axis(name: $0.axis, lower: $0.range.lowerBound, upper: $0.range.upperBound)
        })))
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

// A figure without a caption, a function that was not called: these say so better than the compiler.

/// Refuses a figure without a caption.
@available(
  *, unavailable, message: "a figure begins with its caption: show(\"What it shows.\") { … }"
)
public func show<Picture: Graphic>(_ picture: () -> Picture) {}

/// Refuses a table without a caption.
@available(
  *, unavailable, message: "a table begins with its caption: show(\"What it shows.\") { … }"
)
public func show<Row>(_ table: () -> Table<Row>) {}

/// Refuses what cannot be written down.
@available(
  *, unavailable,
  message:
    "only a number, a text, or a value that describes itself can be shown; a function must be called"
)
public func show<Value>(_ value: Value) {}

/// Gives each figure of a program a name for the ids inside its SVG.
private enum FigureNames {
  nonisolated(unsafe) private static var count = 0

  /// A name that depends on the caption and on the figures before it, so that the figures of two
  /// programs can stand on one page.
  static func next(for caption: String) -> String {
    count += 1
    var hash: UInt32 = 0x811c_9dc5
    for byte in caption.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return "c" + String(hash, radix: 36) + "-\(count)" + Controls.suffix
  }
}
