import Lessons

extension Course {
  /// Every lesson on one page, for printing and for searching with the browser.
  func wholePage(_ texts: [HTML], theme: Theme) -> SiteFile {
    var values = TextPage(title: title, text: "").values(self)
    values["kind"] = "text whole"
    values["page"] = "\(title) · \(words("the whole course"))"
    values["measured"] = lessons.contains(where: \.measures)
    values["math"] = lessons.contains { !$0.formulas.isEmpty }
    values["unlisted"] = true
    let parts =
      [words(FrameWords.aboutTheWholeCourse), words("Lesson %", "")]
      + lessons.indices.flatMap { index in
        [lessons[index].slug, lessons[index].title, String(number(of: index)), texts[index].source]
      }
    return theme.file("course.html", .text, values, textFrom: parts) { wholeText(texts) }
  }

  private func wholeText(_ texts: [HTML]) -> HTML {
    let pages = Set(lessons.map { "\($0.slug).html" })
    var text: HTML = """
      <p>\(words(FrameWords.aboutTheWholeCourse))</p>

      """
    for (index, lesson) in lessons.enumerated() {
      let moved = MovedMarkup(slug: lesson.slug, pages: pages)
      text += """
        <section class="lesson-text" aria-labelledby="\(lesson.slug)">
        <header class="title">
        <p class="kicker"><a href="\(lesson.slug).html">\(words("Lesson %", String(number(of: index))))</a></p>
        <h1 id="\(lesson.slug)">\(lesson.title)</h1>
        </header>
        \(moved.html(texts[index]))</section>

        """
    }
    return text
  }
}

/// A lesson's markup on the page of the whole course: its ids begin with the lesson's address, and
/// links between lessons stay on the page.
///
/// What paper cannot show is left out: data that are folded away, and what controls would change;
/// these stand still.
///
/// Text is escaped, so a quotation mark in the markup is always one of an attribute.
package struct MovedMarkup {
  let slug: String
  /// The addresses of the lessons.
  let pages: Set<String>

  package init(slug: String, pages: Set<String>) {
    self.slug = slug
    self.pages = pages
  }

  package func html(_ markup: HTML) -> HTML {
    var reader = MarkupReader(markup)
    var result: [UInt8] = []
    result.reserveCapacity(markup.source.utf8.count)
    while let piece = reader.next() {
      switch piece {
      case .text(let text): result += text
      case .tag(let tag) where isLeftOut(tag): reader.skipElement(tag.name)
      case .tag(let tag): result += moved(Array(tag.source.utf8))
      }
    }
    return HTML(verbatim: String(decoding: result, as: UTF8.self))
  }

  private func isLeftOut(_ tag: MarkupReader.Tag) -> Bool {
    switch tag.name {
    case "details": tag.isOf("data")
    case "div": tag.isOtherPosition
    default: false
    }
  }

  private func moved(_ tag: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    if tag.starts(with: Self.control) {
      result = Self.control + Array(" disabled=\"\"".utf8)
      index = Self.control.count
    }
    while index < tag.count {
      guard tag[index] == UInt8(ascii: " "),
        let attribute = Self.attributes.first(where: { tag[index...].starts(with: $0.start) })
      else {
        result.append(tag[index])
        index += 1
        continue
      }
      let start = index + attribute.start.count
      let end = tag[start...].firstIndex(of: attribute.end) ?? tag.count
      let value = String(decoding: tag[start..<end], as: UTF8.self)
      result += attribute.start
      switch attribute.kind {
      case .ids: result += ids(value).utf8
      case .address: result += address(value).utf8
      // A page has one list of references; this one has many.
      case .role:
        result += (["doc-endnotes", "doc-bibliography"].contains(value) ? "group" : value).utf8
      }
      index = end
    }
    return result
  }

  private static let control = Array("<fieldset".utf8)

  private enum Kind { case ids, address, role }

  private struct Attribute {
    let start: [UInt8]
    let end: UInt8
    let kind: Kind

    /// An attribute whose value is in quotation marks, or in parentheses behind them.
    init(_ start: String, _ kind: Kind) {
      self.start = Array(" \(start)".utf8)
      end = start.hasSuffix("(#") ? UInt8(ascii: ")") : UInt8(ascii: "\"")
      self.kind = kind
    }
  }

  private static let attributes = [
    Attribute("id=\"", .ids), Attribute("name=\"", .ids), Attribute("data-prediction=\"", .ids),
    Attribute("aria-labelledby=\"", .ids), Attribute("aria-describedby=\"", .ids),
    Attribute("clip-path=\"url(#", .ids), Attribute("href=\"", .address),
    Attribute("role=\"", .role),
  ]

  private func ids(_ names: String) -> String {
    names.split(separator: " ").map { "\(slug).\($0)" }.joined(separator: " ")
  }

  private func address(_ address: String) -> String {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].isEmpty || pages.contains(String(parts[0])) else { return address }
    let lesson = parts[0].isEmpty ? slug : String(parts[0].dropLast(".html".count))
    return parts.count > 1 && !parts[1].isEmpty ? "#\(lesson).\(parts[1])" : "#\(lesson)"
  }
}
