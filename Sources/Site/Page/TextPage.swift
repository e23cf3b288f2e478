import Lessons

/// What a template is filled with: texts, flags, lists and others of its kind.
typealias TemplateValues = [String: any Sendable]

/// What the template `text.mustache` is filled with: a page of the site that is no lesson.
struct TextPage {
  let title: String
  let text: HTML
  var address: String?

  func values(_ course: Course) -> TemplateValues {
    let values: [String: (any Sendable)?] = [
      "kind": "text",
      "page": "\(title) · \(course.title)",
      "title": title,
      "measured": false,
      "math": false,
      "type": "website",
      "canonical": address.flatMap(course.url),
      "text": text.source,
    ]
    return course.frame.merging(values.compactMapValues { $0 }) { _, own in own }
  }
}

extension Course {
  /// What the frame of every page shows.
  var frame: TemplateValues {
    let values: [String: (any Sendable)?] = [
      "language": language,
      "mirrored": isRightToLeft,
      "course": title,
      "author": author.nonEmpty,
      "license": license,
      "repository": repository,
      "glossary": !glossary.isEmpty,
      "lecture": lecture != nil,
      "phrases": phrases(FrameWords.inScripts),
    ]
    return values.compactMapValues { $0 }
  }

  /// What the scripts say in the course's own words, as JSON.
  func phrases(_ english: [String]) -> String? {
    let pairs = words.own(among: english).map {
      "\($0.english.quoted):\($0.own.quoted)"
    }
    return pairs.isEmpty ? nil : "{\(pairs.joined(separator: ","))}"
  }

  /// What tells the frame of its pages from others.
  var frameDigest: String {
    ContentDigest.text(
      of: frame.map { "\($0) \($1)" }.sorted() + [url ?? "", allowsHTML ? "HTML" : ""])
  }

  /// Every term with its meaning, by name.
  var glossaryPage: TextPage {
    let terms = glossary.sorted {
      ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name)
    }
    let items = terms.map { term -> HTML in
      "<dt id=\"\(term.id)\">\(term.name)</dt>\n<dd>\(term.definition)</dd>\n"
    }
    return TextPage(
      title: words("Glossary"), text: "<dl class=\"terms\">\n\(items.joined())</dl>\n",
      address: "glossary.html")
  }

  /// The glossary as a search sees it, if there is one.
  var searchedGlossary: [SearchedPage] {
    if glossary.isEmpty { return [] }
    let page = glossaryPage
    return [SearchedPage("glossary.html", title: page.title, page.text)]
  }
}
