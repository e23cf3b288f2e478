/// A word that the course explains, from the glossary of `course.yml`.
public struct Term: Equatable, Sendable {
  /// The word or words, as lessons use them.
  public var name: String
  /// What it means.
  public var definition: String

  /// Creates a term.
  public init(name: String, definition: String) {
    self.name = name
    self.definition = definition
  }

  /// Whether a text names the term; capitals do not count.
  func isCalled(_ text: String) -> Bool { name.lowercased() == text.lowercased() }

  /// The id of its place on the glossary's page.
  public var id: String { "term.\(slugified(name))" }
}

extension Course {
  /// Reads the glossary of the settings.
  mutating func readGlossary(_ yaml: YAMLMapping, _ file: SourceFile) {
    for (name, text, position) in yaml.pairs("glossary") {
      let term = Term(name: name, definition: text.trimmingSpaces)
      if slugified(name).isEmpty || term.definition.isEmpty {
        file.error("A term has a name and a meaning.", at: position, help: "gradient: …")
      } else if glossary.contains(where: { $0.id == term.id }) {
        file.error("The term '\(name)' is explained twice.", at: position)
      } else {
        glossary.append(term)
      }
    }
  }
}
