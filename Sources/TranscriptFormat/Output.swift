/// Something that appears under an experiment.
public enum Output: Equatable, Sendable {
  /// What `print` wrote, up to the next output.
  case printed(String)
  /// The description of a shown value.
  case text(String)
  /// A chart with its caption.
  case figure(Figure)
  /// A table with its caption.
  case table(caption: String, Table)
  /// What was said against a block that had to fail.
  case failure(String)
  /// Recorded runs, to be opened elsewhere, with a caption.
  case runs(caption: String, [RecordedRun])
  /// A checked claim.
  case claim(Claim)
}

/// A chart as a lesson program drew it.
public struct Figure: Equatable, Sendable {
  /// The sentence under the chart; also its accessible name.
  public var caption: String
  /// What a reader who cannot see the chart is told: kind, axes, finding.
  public var summary: String
  /// The SVG for a column of reading width, and the one for a phone.
  public var wide: String, narrow: String
  /// What is plotted, panel by panel.
  public var data: [PanelData]
  /// From where to where its axes reach; an axis of names has no such range.
  public var axes: [Axis]

  /// The range of one axis.
  public struct Axis: Equatable, Sendable {
    /// `X` or `Y`, as in `chartYScale`.
    public var name: String
    /// Its ends.
    public var lower: Double, upper: Double

    /// Creates a range.
    public init(name: String, lower: Double, upper: Double) {
      self.name = name
      self.lower = lower
      self.upper = upper
    }
  }

  /// Creates a figure from its drawings and what they tell.
  public init(
    caption: String, summary: String, wide: String, narrow: String, data: [PanelData],
    axes: [Axis] = []
  ) {
    self.caption = caption
    self.summary = summary
    self.wide = wide
    self.narrow = narrow
    self.data = data
    self.axes = axes
  }
}

/// The data of one panel of a figure.
public struct PanelData: Equatable, Sendable {
  /// What tells the panel from the others; empty where it is the only one.
  public var title: String
  /// The data as a reader sees them, for the folded table.
  public var table: Table
  /// All of them as comma-separated values, for a file.
  public var csv: String

  /// Creates the data of a panel.
  public init(title: String = "", table: Table, csv: String = "") {
    self.title = title
    self.table = table
    self.csv = csv
  }
}

/// Rows of text under column titles.
public struct Table: Equatable, Sendable {
  /// The title of each column.
  public var columns: [String]
  /// The cells, row by row; each row has one cell a column.
  public var rows: [[String]]

  /// Creates a table.
  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A sentence of a lesson together with what was measured to judge it.
public struct Claim: Equatable, Sendable {
  /// The sentence.
  public var sentence: String
  /// Whether the measurement bears it out.
  public var holds: Bool
  /// The measured value for a reader, or an empty text for a plain condition.
  public var measured: String
  /// What was required of it ("0.228 … 0.244"), or an empty text for a plain condition.
  public var required: String
  /// The measured value itself, for the pinned results.
  public var value: Double?
  /// The line and column of the `expect` in the lesson.
  public var line: Int, column: Int

  /// Creates a claim.
  public init(
    sentence: String, holds: Bool, measured: String, required: String, value: Double?, line: Int,
    column: Int
  ) {
    self.sentence = sentence
    self.holds = holds
    self.measured = measured
    self.required = required
    self.value = value
    self.line = line
    self.column = column
  }
}
