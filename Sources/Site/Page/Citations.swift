import Lessons

/// What a course cites, and what each work is called where it is cited.
struct Bibliography {
  private var works: [String: Work] = [:]
  /// "Glorot and Bengio 2010", with a letter where another work would be called the same.
  private(set) var names: [String: String] = [:]

  init(_ course: Course) {
    var count: [String: Int] = [:]
    for work in course.works { count[work.name, default: 0] += 1 }
    var given: [String: Int] = [:]
    for work in course.works {
      works[work.key] = work
      let number = given[work.name, default: 0]
      given[work.name] = number + 1
      let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26))
      names[work.key] = count[work.name] == 1 ? work.name : work.name + String(letter)
    }
  }

  subscript(key: String) -> Work? { works[key] }
}

extension LessonBody {
  /// The works in parentheses, each a link to the list below, with what it says as its hover text;
  /// in a sentence, its authors' names with the year in parentheses.
  mutating func html(_ citations: [Citation]) -> HTML {
    for citation in citations where !cited.contains(citation.key) { cited.append(citation.key) }
    let parts = citations.compactMap { citation -> HTML? in
      guard let work = context.bibliography[citation.key] else { return nil }
      let name = name(of: work, in: citation)
      let locator =
        citation.isInSentence ? "" : citation.locator.map { ", \($0)" as HTML } ?? ""
      if isInLink { return "\(name)\(locator)" }
      return """
        <a href="#work.\(work.key)" role="doc-biblioref" title="\(work.text)">\(name)</a>\(locator)
        """
    }
    let works = parts.joined(separator: "; ")
    let isInSentence = citations.first?.isInSentence == true
    return "<span class=\"citation\">\(isInSentence ? works : "(\(works))")</span>"
  }

  /// "He et al. 2015a", or "He et al. (2015a, p. 3)" in a sentence.
  func name(of work: Work, in citation: Citation) -> String {
    let year = work.yearInText + letter(of: work)
    let locator = citation.locator.map { ", \($0)" } ?? ""
    return citation.isInSentence ? "\(work.who) (\(year)\(locator))" : "\(work.who) \(year)"
  }

  /// The works that the lesson cites, by their authors' names.
  func references() -> HTML {
    let works = cited.compactMap { context.bibliography[$0] }
      .sorted { ($0.sortingName, $0.key) < ($1.sortingName, $1.key) }
    guard !works.isEmpty else { return "" }
    let items = works.map { work -> HTML in
      let link: HTML = work.url.map { " <a href=\"\($0)\">\($0)</a>" } ?? ""
      return "<li id=\"work.\(work.key)\">\(work.html(letter: letter(of: work)))\(link)</li>\n"
    }
    return """
      <div class="references" role="doc-bibliography" aria-labelledby="page.references">
      <h2 id="page.references">\(words("References"))</h2>
      <ul>
      \(items.joined())</ul>
      </div>

      """
  }

  private func letter(of work: Work) -> String {
    String((context.bibliography.names[work.key] ?? "").dropFirst(work.name.count))
  }
}

extension Work {
  /// "Glorot 2010", "Glorot and Bengio 2010", "He et al. 2015".
  var name: String { "\(who) \(yearInText)" }

  fileprivate var who: String {
    switch authors.count {
    case 0: "“\(title)”"
    case 1: authors[0].family
    case 2: "\(authors[0].family) and \(authors[1].family)"
    default: "\(authors[0].family) et al."
    }
  }

  fileprivate var yearInText: String { year ?? "n.d." }

  fileprivate var sortingName: String {
    (authors.isEmpty ? title : authors.map(\.family).joined(separator: " ")).lowercased()
      + " \(year ?? "")"
  }

  /// The entry in the list of references, as text without markup.
  var text: String { head(letter: "") + title.sentence + (tail.isEmpty ? "" : " \(tail)") }

  /// The entry in the list of references; the journal or book stands in italics.
  func html(letter: String) -> HTML {
    let rest: HTML = container.map { " <em>\($0)</em>\(details)" } ?? ""
    let publisher: HTML = container == nil && !details.isEmpty ? " \(details)" : ""
    return "\(head(letter: letter))\(title.sentence)\(rest)\(publisher)"
  }

  /// "Glorot, Xavier, and Yoshua Bengio. 2010. "
  private func head(letter: String) -> String {
    var names = authors.enumerated().map { index, name in
      guard let given = name.given else { return name.family }
      return index == 0 ? "\(name.family), \(given)" : "\(given) \(name.family)"
    }
    if names.count > 1 { names.append("and " + names.removeLast()) }
    let who = names.joined(separator: ", ")
    return (who.isEmpty ? "" : who.sentence + " ") + (year.map { "\($0)\(letter). " } ?? "")
  }

  private var tail: String { (container ?? "") + details }

  /// " 9 (1): 249–256." behind a journal, or the publisher.
  private var details: String {
    var text = volume.map { " \($0)" } ?? ""
    if let issue { text += " (\(issue))" }
    if let pages { text += (text.isEmpty ? ", " : ": ") + pages }
    if let publisher { text += (container == nil && text.isEmpty ? "" : ", ") + publisher }
    return container == nil && text.isEmpty ? "" : text.sentence
  }
}

extension String {
  /// The text with a full stop at its end.
  fileprivate var sentence: String {
    if let last, ".?!".contains(last) { self } else { self + "." }
  }
}
