/// One Markdown file, read: its front matter and the tree of its text.
public struct Lesson: Equatable, Sendable {
  /// The file as messages show it, such as `lessons/03-the-vanishing-gradient.md`.
  public var path: String
  /// The page's address without its extension, such as `the-vanishing-gradient`.
  public var slug: String
  /// Addresses, without extension too, that lead to the page as well.
  public var aliases: [String] = []
  /// The front matter's title, or the words of the first heading.
  public var title: String
  /// What the lesson is about, in a sentence; empty where the front matter gives none.
  public var description: String
  /// The number before the file's name, or the `order` of its front matter.
  public var order: Int?
  /// The addresses, without extension, of the lessons to be read first.
  public var prerequisites: [String] = []
  /// The minutes that the front matter gives for reading it.
  public var minutes: Int?
  /// The seconds that all its experiments together may take, where the front matter says so.
  public var sessionTimeout: Double?
  /// The file's lines, for diagnostics.
  public var lines: [String]
  /// The text of the page, the title heading excepted.
  public var blocks: [Block]
  /// Footnotes in the order of their first reference.
  public var footnotes: [Footnote]
  /// Every experiment in reading order; ``Block/experiment(_:)`` holds an index into it.
  public var experiments: [Experiment]
  /// Every inline value in reading order; ``Inline/value(_:)`` holds an index into it.
  public var values: [InlineValue]
  /// What the lesson says of the lecture's claims, in reading order.
  public var judgements: [Judgement] = []

  /// Creates a lesson.
  public init(
    path: String, slug: String, title: String, description: String = "", order: Int? = nil,
    minutes: Int? = nil, sessionTimeout: Double? = nil, lines: [String] = [], blocks: [Block],
    footnotes: [Footnote] = [], experiments: [Experiment] = [], values: [InlineValue] = []
  ) {
    self.path = path
    self.slug = slug
    self.title = title
    self.description = description
    self.order = order
    self.minutes = minutes
    self.sessionTimeout = sessionTimeout
    self.lines = lines
    self.blocks = blocks
    self.footnotes = footnotes
    self.experiments = experiments
    self.values = values
  }
}

/// A footnote: the label that refers to it and its text.
public struct Footnote: Equatable, Sendable {
  /// The name between `[^` and `]`, which the page replaces by a number.
  public var label: String
  /// The text of the note.
  public var blocks: [Block]

  /// Creates a footnote.
  public init(label: String, blocks: [Block]) {
    self.label = label
    self.blocks = blocks
  }
}
