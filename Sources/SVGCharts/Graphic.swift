/// A picture that draws itself as SVG and tells what it shows in words and in numbers: what
/// `show("…") { … }` takes.
public protocol Graphic {
  /// The height in pixels that suits a width.
  func height(forWidth width: Int) -> Int

  /// The picture as an SVG element for a page; see ``Chart/svg(width:height:id:name:)``.
  func svg(width: Int, height: Int?, id: String, name: String) -> String

  /// What the picture shows, computed from its data.
  var summary: String { get }

  /// What a reader must know to trust the picture: what is missing from it, and why.
  var notices: [String] { get }

  /// The data behind the picture, panel by panel.
  var panelData: [PanelData] { get }

  /// From where to where the axes of a single plot reach; empty for several panels.
  var axisRanges: [AxisRange] { get }
}

extension Graphic {
  /// Pictures other than a ``Chart`` choose their axes themselves.
  public var axisRanges: [AxisRange] { [] }
}

/// From where to where an axis of numbers reaches.
public struct AxisRange: Equatable, Sendable {
  /// `X` or `Y`, as in `chartYScale`.
  public let axis: String
  /// The values at its ends.
  public let range: ClosedRange<Double>
}

/// The data of one panel of a picture.
public struct PanelData: Equatable, Sendable {
  /// What tells the panel from the others; empty where it is the only one.
  public let title: String
  /// The data as a reader sees them, at most 200 rows.
  public let table: ChartTable
  /// All of the data as comma-separated values, exact to the last digit.
  public let csv: String
}
