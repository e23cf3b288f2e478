/// Reading `references.yml`, which is CSL-YAML as Pandoc and Zotero write it.
extension Work {
  /// The works of a file, in its order.
  static func read(_ file: SourceFile) -> [Work] {
    guard file.isText else { return [] }
    let yaml = YAMLMapping(
      file, lines: 0..<file.lines.count, known: ["references"], of: "bibliography",
      example: "references:")
    var works: [Work] = []
    for entry in yaml.mappings("references", known: keys, of: "reference") {
      guard let work = Work(entry, in: file) else { continue }
      if works.contains(where: { $0.key == work.key }) {
        file.error("The id '\(work.key)' is given twice.", at: entry.position("id"))
      } else {
        works.append(work)
      }
    }
    return works
  }

  private init?(_ yaml: YAMLMapping, in file: SourceFile) {
    guard let key = yaml.string("id") else {
      if !yaml.has("id") {
        file.error(
          "This reference has no id.", at: yaml.start, help: "id: glorot2010, to cite it by")
      }
      return nil
    }
    guard Citation.isKey(key[...]) else {
      file.error(
        "An id is of letters, digits and '-_:./+', not '\(key)'.", at: yaml.position("id"),
        help: "id: \(slugified(key))")
      return nil
    }
    guard let title = yaml.string("title") else {
      if !yaml.has("title") {
        file.error("The reference '\(key)' has no title.", at: yaml.start, help: "title: …")
      }
      return nil
    }
    let names = [
      "family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix",
    ]
    let authors = yaml.mappings("author", known: names, of: "name").compactMap { name -> Name? in
      let family = name.string("family") ?? name.string("literal")
      let particle = name.string("non-dropping-particle").map { $0 + " " } ?? ""
      return family.map { Name(family: particle + $0, given: name.string("given")) }
    }
    let link = yaml.string("DOI").map { "https://doi.org/\($0)" } ?? yaml.webAddress("URL")
    self.init(
      key: key, authors: authors, year: yaml.year("issued"), title: title,
      container: yaml.string("container-title"), volume: yaml.string("volume"),
      issue: yaml.string("issue"), pages: yaml.string("page")?.replacing("-", with: "–"),
      publisher: yaml.string("publisher"), url: link)
  }

  /// The variables of CSL 1.0.2 that a reference may have; those that a list of references does not
  /// show are read over.
  private static let keys = [
    "id", "type", "title", "author", "issued", "container-title", "volume", "issue", "page",
    "publisher", "publisher-place", "DOI", "URL", "abstract", "accessed", "annote", "archive",
    "call-number", "chapter-number", "citation-key", "collection-editor", "collection-number",
    "collection-title", "container-author", "container-title-short", "edition", "editor", "event",
    "event-date", "event-place", "event-title", "genre", "ISBN", "ISSN", "journalAbbreviation",
    "keyword", "language", "license", "medium", "note", "number", "number-of-pages",
    "number-of-volumes", "original-date", "original-title", "part-title", "PMCID", "PMID",
    "section",
    "shortTitle", "source", "status", "title-short", "translator", "version", "year-suffix",
  ]
}
