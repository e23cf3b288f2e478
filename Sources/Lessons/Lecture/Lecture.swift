/// The talk, chapter or paper whose claims a course judges, from the course's `lecture.yml`.
public struct Lecture: Equatable, Sendable {
  /// What it is called.
  public var title: String
  /// Where it can be read or heard.
  public var url: String?
  /// What it claims, in the order of the file.
  public var claims: [Claim]

  /// Creates a lecture.
  public init(title: String, url: String? = nil, claims: [Claim]) {
    self.title = title
    self.url = url
    self.claims = claims
  }

  /// One thing that the lecture says.
  public struct Claim: Equatable, Sendable {
    /// The name that notes call it by: `12`.
    public var id: String
    /// What is claimed, in a sentence.
    public var text: String

    /// Creates a claim.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }
}

extension Lecture {
  /// Reads `lecture.yml`, and where each of its claims stands.
  static func read(_ file: SourceFile) -> (lecture: Lecture, positions: [Position])? {
    guard file.isText else { return nil }
    let yaml = YAMLMapping(
      file, lines: 0..<file.lines.count, known: ["title", "url", "claims"], of: "lecture")
    var lecture = Lecture(
      title: yaml.string("title") ?? "", url: yaml.webAddress("url"), claims: [])
    if lecture.title.isEmpty, file.diagnostics.isEmpty {
      file.error("The lecture has no title.", help: "a line 'title: …' in lecture.yml")
    }
    var positions: [Position] = []
    for entry in yaml.mappings("claims", known: ["id", "claim"], of: "claim") {
      guard let id = entry.string("id"), let text = entry.string("claim") else {
        if !entry.has("id") || !entry.has("claim") {
          file.error(
            "A claim has an id and a text.", at: entry.start,
            help: entry.has("id") ? "claim: …" : "id: 1")
        }
        continue
      }
      if !id.isName {
        file.error(
          "An id is of letters, digits, '-' and '_', not '\(id)'.", at: entry.position("id"),
          help: "id: \(slugified(id))")
      } else if lecture.claims.contains(where: { $0.id == id }) {
        file.error("The id '\(id)' is given twice.", at: entry.position("id"))
      } else {
        lecture.claims.append(Claim(id: id, text: text))
        positions.append(entry.start)
      }
    }
    return (lecture, positions)
  }
}
