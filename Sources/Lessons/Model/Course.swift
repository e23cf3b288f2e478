/// A folder of lessons, read and checked.
public struct Course: Sendable {
  /// The course folder as the user named it; every displayed path starts with it.
  public var folder: String
  public var title: String
  public var description: String
  public var author: String
  /// A BCP 47 language tag, `en` unless `course.yml` says otherwise.
  public var language: String
  /// Where the site will be published, if known.
  public var url: String?
  public var repository: String?
  public var license: String?
  /// TeX macros for every formula, as pairs of name and expansion, in the order of `course.yml`.
  public var macros: [Macro]
  /// Whether raw HTML in lessons is passed on rather than escaped.
  public var allowsHTML: Bool
  /// The lessons in reading order.
  public var lessons: [Lesson]
  /// The files that lessons show or link to, relative to the folder, sorted: what a site must copy.
  public var assets: [String]

  /// Creates a course.
  public init(
    folder: String, title: String, description: String = "", author: String = "",
    language: String = "en", url: String? = nil, repository: String? = nil, license: String? = nil,
    macros: [Macro] = [], allowsHTML: Bool = false, lessons: [Lesson],
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
    self.lessons = lessons
    self.assets = assets
  }

  /// A TeX macro: `\R` and what it stands for.
  public struct Macro: Equatable, Sendable {
    public var name: String
    public var expansion: String

    /// Creates a macro.
    public init(name: String, expansion: String) {
      self.name = name
      self.expansion = expansion
    }
  }
}
