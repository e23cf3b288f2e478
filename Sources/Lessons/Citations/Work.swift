/// A paper, book or page that lessons cite, from the course's `references.yml`.
public struct Work: Equatable, Sendable {
  /// The name that lessons cite it by: `glorot2010`.
  public var key: String
  /// Who wrote it.
  public var authors: [Name]
  /// The year in which it appeared.
  public var year: String?
  /// What it is called.
  public var title: String
  /// The journal, proceedings or book that it stands in.
  public var container: String?
  /// The volume of its journal.
  public var volume: String?
  /// The issue of that volume.
  public var issue: String?
  /// Its pages.
  public var pages: String?
  /// Who published it.
  public var publisher: String?
  /// Where it can be read; made from the DOI where there is one.
  public var url: String?

  /// Creates a work.
  public init(
    key: String, authors: [Name] = [], year: String? = nil, title: String,
    container: String? = nil, volume: String? = nil, issue: String? = nil, pages: String? = nil,
    publisher: String? = nil, url: String? = nil
  ) {
    self.key = key
    self.authors = authors
    self.year = year
    self.title = title
    self.container = container
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.publisher = publisher
    self.url = url
  }

  /// The name of a person, or of a group that has no given name.
  public struct Name: Equatable, Sendable {
    /// The family's name, or the whole name of a group.
    public var family: String
    /// The given names or their first letters.
    public var given: String?

    /// Creates a name.
    public init(family: String, given: String? = nil) {
      self.family = family
      self.given = given
    }
  }
}

/// One of the works named in `[@glorot2010; @he2015, p. 3]`, or the one of `@he2015 [p. 3] found …`.
public struct Citation: Equatable, Sendable {
  /// The key of the work.
  public var key: String
  /// What follows the comma, such as `p. 3`.
  public var locator: String?
  /// Where the key stands in the file.
  public var position: Position
  /// Whether the authors' names are part of the sentence, as in `@glorot2010 found that …`.
  public var isInSentence = false

  /// Creates a citation.
  public init(
    key: String, locator: String? = nil, position: Position, isInSentence: Bool = false
  ) {
    self.key = key
    self.locator = locator
    self.position = position
    self.isInSentence = isInSentence
  }

  /// The citation of `@he2015` or `@he2015 [p. 3]` in a sentence.
  init(inSentence text: String, at position: Position) {
    let parts = text.dropFirst().split(separator: "[", maxSplits: 1)
    key = String(parts.first ?? "").trimmingSpaces
    locator = parts.count > 1 ? String(parts[1].dropLast()).trimmingSpaces : nil
    self.position = position
    isInSentence = true
  }

  /// What a lesson writes for one in a sentence.
  var source: String { "@\(key)" + (locator.map { " [\($0)]" } ?? "") }

  /// The citations in the text between brackets; nil where it is no list of keys.
  init?(_ text: Substring, at position: Position) {
    let parts = text.split(separator: ",", maxSplits: 1)
    let key = parts.first.map { String($0).trimmingSpaces } ?? ""
    guard key.hasPrefix("@"), Citation.isKey(key.dropFirst()),
      Label.Kind(label: String(key.dropFirst())) == nil
    else { return nil }
    self.key = String(key.dropFirst())
    self.position = position
    locator = parts.count > 1 ? String(parts[1]).trimmingSpaces : nil
  }

  static func isKey(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isKeyPart)
  }
}

extension UInt8 {
  /// What the key of a work is made of.
  var isKeyPart: Bool { isNamePart || ":./+".utf8.contains(self) }
}
