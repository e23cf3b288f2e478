/// A folder of lessons, read and checked.
public struct Course: Sendable {
  /// The course folder as the user named it; every displayed path starts with it.
  public var folder: String
  /// The course's name.
  public var title: String
  /// What it is about, in a sentence or two.
  public var description: String
  /// Who wrote it.
  public var author: String
  /// A BCP 47 language tag, `en` unless `course.yml` says otherwise.
  public var language: String
  /// What the pages say by themselves.
  public var words = FrameWords()
  /// Where the site will be published, if known.
  public var url: String?
  /// Where its source is kept.
  public var repository: String?
  /// Under which terms it may be used.
  public var license: String?
  /// TeX macros for every formula, as pairs of name and expansion, in the order of `course.yml`.
  public var macros: [Macro]
  /// Whether raw HTML in lessons is passed on rather than escaped.
  public var allowsHTML: Bool
  /// The words that the course explains, in the order of `course.yml`.
  public var glossary: [Term]
  /// What lessons cite, in the order of `references.yml`.
  public var works: [Work]
  /// The lecture whose claims the course judges, if it has a `lecture.yml`.
  public var lecture: Lecture?
  /// The lessons in reading order.
  public var lessons: [Lesson]
  /// The lessons that are not published yet, in their order.
  public var drafts: [Lesson] = []
  /// The files that lessons show or link to, relative to the folder, sorted: what a site must copy.
  public var assets: [String]
  /// The sizes of the images among them, as far as the files tell.
  public var imageSizes: [String: ImageSize] = [:]

  /// Creates a course.
  public init(
    folder: String, title: String, description: String = "", author: String = "",
    language: String = "en", url: String? = nil, repository: String? = nil, license: String? = nil,
    macros: [Macro] = [], allowsHTML: Bool = false, glossary: [Term] = [], works: [Work] = [],
    lessons: [Lesson],
    assets: [String] = []
  ) {
    self.folder = folder
    self.title = title
    self.description = description
    self.author = author
    self.language = language
    self.url = url
    self.repository = repository
    self.license = license
    self.macros = macros
    self.allowsHTML = allowsHTML
    self.glossary = glossary
    self.works = works
    self.lessons = lessons
    self.assets = assets
  }

  /// A TeX macro: `\R` and what it stands for.
  public struct Macro: Equatable, Sendable {
    /// The command, with its backslash.
    public var name: String
    /// The TeX that replaces it.
    public var expansion: String

    /// Creates a macro.
    public init(name: String, expansion: String) {
      self.name = name
      self.expansion = expansion
    }
  }
}
