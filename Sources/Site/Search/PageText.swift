/// The places of a page that a search can lead to, each with its words: the page's top, its headings,
/// its figures and tables, the terms that it explains.
///
/// Read from the page's own markup, so that whatever a lesson shows is found; drawings, formulas and
/// the data below figures are left out.
struct PageText {
  struct Place: Equatable {
    /// The id in the page; empty for its top.
    var anchor: String
    var title: String
    var text: String
  }

  private(set) var places: [Place]
  private var reader: MarkupReader
  /// The place that text goes to, and the one to return to behind a caption.
  private var current = 0
  private var section = 0
  private var isTitle = false

  init(title: String, _ markup: HTML) {
    places = [Place(anchor: "", title: title, text: title)]
    reader = MarkupReader(markup)
    while let piece = reader.next() {
      switch piece {
      case .tag(let tag): read(tag)
      case .text(let bytes): read(String(decoding: bytes, as: UTF8.self).withoutReferences)
      }
    }
  }

  private mutating func read(_ text: String) {
    places[current].text += text
    if isTitle { places[current].title += text }
  }

  private mutating func read(_ tag: MarkupReader.Tag) {
    switch tag.name {
    case "svg": reader.skip(to: "</svg>")
    case "details" where tag.isOf("data"): reader.skip(to: "</details>")
    case "span" where tag.source.contains("class=\"katex"): reader.skipElement("span")
    // What is shown at other positions of a control is the same in other numbers.
    case "div" where tag.isOtherPosition: reader.skipElement("div")
    case "h1", "h2", "h3", "h4", "h5", "h6": open(tag.source, isSection: true)
    case "dt": open(tag.source, isSection: true)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/dt": isTitle = false
    case "figure": open(tag.source, isSection: false)
    case "/figcaption":
      isTitle = false
      current = section
    case "a", "/a", "span", "/span", "em", "/em", "strong", "/strong", "code", "/code", "mark",
      "/mark":
      return
    default: break
    }
    places[current].text += " "
  }

  private mutating func open(_ tag: String, isSection: Bool) {
    guard let start = tag.firstRange(of: " id=\"")?.upperBound else { return }
    let anchor = String(tag[start...].prefix { $0 != "\"" })
    places.append(Place(anchor: anchor, title: "", text: ""))
    current = places.count - 1
    if isSection { section = current }
    isTitle = true
  }
}

extension String {
  /// The text with the five characters that ``HTML`` escapes put back.
  fileprivate var withoutReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    return replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
