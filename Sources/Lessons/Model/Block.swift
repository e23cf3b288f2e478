/// A block of a lesson's text.
public indirect enum Block: Equatable, Sendable {
  /// A heading; its id is unique on the page.
  case heading(level: Int, id: String, [Inline])
  case paragraph([Inline])
  case list(List)
  case quote([Block])
  /// A GitHub alert: `> [!NOTE]`.
  case alert(Alert, [Block])
  case table(TextTable)
  /// A fence or indented block that is shown and never run.
  case code(language: String?, text: String)
  /// An experiment, as an index into ``Lesson/experiments``.
  case experiment(Int)
  /// A formula on a line of its own.
  case math(Formula)
  /// `::: lecture`, `::: aside` and the other containers.
  case container(Container, [Block])
  case thematicBreak
  /// Raw HTML, which only a course that allows it has.
  case html(String)

  /// A list, numbered or not.
  public struct List: Equatable, Sendable {
    /// The number of the first item, or nil for a bulleted list.
    public var start: Int?
    /// Whether items are separated without blank lines.
    public var isTight: Bool
    /// The items, in order.
    public var items: [Item]

    /// Creates a list.
    public init(start: Int? = nil, isTight: Bool = true, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }

    /// One item of a list.
    public struct Item: Equatable, Sendable {
      /// Whether a task is done; nil where the item is no task.
      public var isDone: Bool?
      /// What stands in the item.
      public var blocks: [Block]

      /// Creates an item.
      public init(isDone: Bool? = nil, blocks: [Block]) {
        self.isDone = isDone
        self.blocks = blocks
      }
    }
  }

  /// A table that the lesson's author wrote, with a header and as many cells in each row.
  public struct TextTable: Equatable, Sendable {
    /// How each column stands.
    public var alignments: [Alignment]
    /// The header's cells.
    public var header: [[Inline]]
    /// The cells of each row below.
    public var rows: [[[Inline]]]
    /// What it shows, from the line `: What it shows {#tbl-remedies}` below it.
    public var caption: [Inline]?
    /// The name for references in the caption's braces.
    public var label: String?

    /// Creates a table.
    public init(
      alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline]? = nil,
      label: String? = nil
    ) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
      self.caption = caption
      self.label = label
    }

    /// How the cells of a column stand.
    public enum Alignment: Equatable, Sendable { case none, left, center, right }
  }

  /// The kinds of alert, as GitHub names them.
  public enum Alert: String, CaseIterable, Sendable { case note, tip, important, warning, caution }

  /// What the opening line of a container says: `::: lecture {verdict="wrong"}`.
  public struct Container: Equatable, Sendable {
    /// What the container is.
    public var kind: Kind
    /// The `#id` in braces, if any.
    public var id: String?
    /// The text after the kind, or the `title` in braces.
    public var title: String?
    /// The `verdict` in braces of a lecture note.
    public var verdict: Verdict?
    /// The ids in the `claim` in braces of a lecture note: what it judges.
    public var claims: [Judgement.Mention] = []
    /// The labels in its `by`: the experiments that judge.
    public var evidence: [Judgement.Mention] = []

    /// Creates a container.
    public init(kind: Kind, id: String? = nil, title: String? = nil, verdict: Verdict? = nil) {
      self.kind = kind
      self.id = id
      self.title = title
      self.verdict = verdict
    }

    /// The word after the colons.
    public enum Kind: String, CaseIterable, Sendable {
      /// A note on what the lecture said.
      case lecture
      case aside
      /// A numbered task for the reader.
      case exercise
      /// How the exercise that it stands in, or below, is solved.
      case solution
      /// A question with a task list, whose answer comes behind the list or with the next output.
      case predict
      /// A question with a task list of choices, each with its explanation; the right ones are done.
      case quiz
    }
    /// How an experiment judged what the lecture said.
    public enum Verdict: String, CaseIterable, Sendable { case right, imprecise, wrong, opinion }
  }
}

/// A piece of TeX and where it stands.
public struct Formula: Equatable, Sendable {
  /// The TeX, without its dollars.
  public var tex: String
  /// The position of the formula's first character in the file.
  public var position: Position
  /// The name for references of an equation, from `{#eq-update}` behind it.
  public var label: String?

  /// Creates a formula.
  public init(tex: String, position: Position, label: String? = nil) {
    self.tex = tex
    self.position = position
    self.label = label
  }
}
