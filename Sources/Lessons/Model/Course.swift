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

  /// A TeX macro: `\R` and what it stands for.
  public struct Macro: Equatable, Sendable {
    public var name: String
    public var expansion: String
  }
}
