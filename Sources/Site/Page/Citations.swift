import Lessons

/// What a course cites, and what each work is called where it is cited.
struct Bibliography {
  private var works: [String: Work] = [:]
  /// The letters behind the years of works that would be called the same.
  private(set) var letters: [String: String] = [:]

  init(_ course: Course) {
    let all = course.works.map { $0.name(course.words) }
    var count: [String: Int] = [:]
    for name in all { count[name, default: 0] += 1 }
    var given: [String: Int] = [:]
    for (work, name) in zip(course.works, all) {
      works[work.key] = work
      let number = given[name, default: 0]
      given[name] = number + 1
      guard count[name] != 1 else { continue }
      letters[work.key] = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26)))
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
        <a href="#work.\(work.key)" role="doc-biblioref" title="\(work.text(words))">\(name)</a>\(locator)
        """
    }
    let works = parts.joined(separator: "; ")
    let isInSentence = citations.first?.isInSentence == true
    return "<span class=\"citation\">\(isInSentence ? works : "(\(works))")</span>"
  }

  /// "He et al. 2015a", or "He et al. (2015a, p. 3)" in a sentence.
  func name(of work: Work, in citation: Citation) -> String {
    let year = work.year(words) + letter(of: work)
    let who = work.who(words)
    let locator = citation.locator.map { ", \($0)" } ?? ""
    return citation.isInSentence ? "\(who) (\(year)\(locator))" : "\(who) \(year)"
  }

  /// The works that the lesson cites, by their authors' names.
  func references() -> HTML {
    let works = cited.compactMap { context.bibliography[$0] }
      .sorted { ($0.sortingName, $0.key) < ($1.sortingName, $1.key) }
    guard !works.isEmpty else { return "" }
    let items = works.map { work -> HTML in
      let link: HTML = work.url.map { " <a href=\"\($0)\">\($0)</a>" } ?? ""
      return
        "<li id=\"work.\(work.key)\">\(work.html(letter: letter(of: work), words))\(link)</li>\n"
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
    context.bibliography.letters[work.key] ?? ""
  }
}

extension Work {
  /// "Glorot 2010", "Glorot and Bengio 2010", "He et al. 2015".
  fileprivate func name(_ words: FrameWords) -> String { "\(who(words)) \(year(words))" }

  fileprivate func who(_ words: FrameWords) -> String {
    switch authors.count {
    case 0: "“\(title)”"
    case 1: authors[0].family
    case 2: words("% and %", authors[0].family, authors[1].family)
    default: words("% et al.", authors[0].family)
    }
  }

  fileprivate func year(_ words: FrameWords) -> String { year ?? words("n.d.") }

  fileprivate var sortingName: String {
    (authors.isEmpty ? title : authors.map(\.family).joined(separator: " ")).lowercased()
      + " \(year ?? "")"
  }

  /// The entry in the list of references, as text without markup.
  fileprivate func text(_ words: FrameWords) -> String {
    head(letter: "", words) + title.sentence + (tail.isEmpty ? "" : " \(tail)")
  }

  /// The entry in the list of references; the journal or book stands in italics.
  fileprivate func html(letter: String, _ words: FrameWords) -> HTML {
    let rest: HTML = container.map { " <em>\($0)</em>\(details)" } ?? ""
    let publisher: HTML = container == nil && !details.isEmpty ? " \(details)" : ""
    return "\(head(letter: letter, words))\(title.sentence)\(rest)\(publisher)"
  }

  /// "Glorot, Xavier, and Yoshua Bengio. 2010. "
  private func head(letter: String, _ words: FrameWords) -> String {
    var names = authors.enumerated().map { index, name in
      guard let given = name.given else { return name.family }
      return index == 0 ? "\(name.family), \(given)" : "\(given) \(name.family)"
    }
    if names.count > 1 { names.append(words("and %", names.removeLast())) }
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
