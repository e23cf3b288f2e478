/// A block of a lesson's text.
public indirect enum Block: Equatable, Sendable {
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
  case html(String)

  public struct List: Equatable, Sendable {
    /// The number of the first item, or nil for a bulleted list.
    public var start: Int?
    /// Whether items are separated without blank lines.
    public var isTight: Bool
    public var items: [Item]

    public struct Item: Equatable, Sendable {
      /// Whether a task is done; nil where the item is no task.
      public var isDone: Bool?
      public var blocks: [Block]
    }
  }

  public struct TextTable: Equatable, Sendable {
    public var alignments: [Alignment]
    public var header: [[Inline]]
    public var rows: [[[Inline]]]

    public enum Alignment: Equatable, Sendable { case none, left, center, right }
  }

  public enum Alert: String, CaseIterable, Sendable { case note, tip, important, warning, caution }

  public struct Container: Equatable, Sendable {
    public var kind: Kind
    /// The `#id` in braces, if any.
    public var id: String?
    /// The text after the kind, or the `title` in braces.
    public var title: String?
    /// The `verdict` in braces of a lecture note.
    public var verdict: Verdict?

    public enum Kind: String, CaseIterable, Sendable { case lecture, aside }
    /// How an experiment judged what the lecture said.
    public enum Verdict: String, CaseIterable, Sendable { case right, imprecise, wrong, opinion }
  }
}

/// A piece of TeX and where it stands.
public struct Formula: Equatable, Sendable {
  public var tex: String
  /// The position of the formula's first character in the file.
  public var position: Position
}
