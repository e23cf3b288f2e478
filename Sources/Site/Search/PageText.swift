/// The places of a page that a search can lead to, each with its words: the page's top, its headings,
/// its figures and tables.
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
  private let bytes: [UInt8]
  private var index = 0
  /// The place that text goes to, and the one to return to behind a caption.
  private var current = 0
  private var section = 0
  private var isTitle = false

  init(title: String, _ markup: HTML) {
    places = [Place(anchor: "", title: title, text: title)]
    bytes = Array(markup.source.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { readTag() } else { readText() }
    }
  }

  private mutating func readText() {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let text = String(decoding: bytes[index..<end], as: UTF8.self).withoutReferences
    places[current].text += text
    if isTitle { places[current].title += text }
    index = end
  }

  private mutating func readTag() {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    let tag = String(decoding: bytes[index..<end], as: UTF8.self)
    index = end
    let name = tag.dropFirst().prefix { !" />".contains($0) || $0 == "/" && tag.hasPrefix("</") }
    switch name {
    case "svg": skip(to: "</svg>")
    case "details" where tag.contains("class=\"data\""): skip(to: "</details>")
    case "span" where tag.contains("class=\"katex"): skipElement("span")
    // What is shown at other positions of a control is the same in other numbers.
    case "div" where tag.contains("class=\"position ") && !tag.contains(" initial"):
      skipElement("div")
    case "h1", "h2", "h3", "h4", "h5", "h6": open(tag, isSection: true)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6": isTitle = false
    case "figure": open(tag, isSection: false)
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

  /// Skips what stands before and in the next `end`; a loop over bytes, since most of a page is
  /// drawings.
  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while let next = bytes[index...].firstIndex(of: end[0]) {
      index = next + 1
      if bytes[next...].starts(with: end) {
        index = next + end.count
        return
      }
    }
    index = bytes.count
  }

  /// Skips to the end of the element that has just begun, which may hold others of its name.
  private mutating func skipElement(_ name: String) {
    let start = Array("<\(name)".utf8), end = Array("</\(name)>".utf8)
    var depth = 1
    while depth > 0, let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = next + 1
      if bytes[next...].starts(with: start) { depth += 1 }
      if bytes[next...].starts(with: end) { depth -= 1 }
    }
    skip(to: ">")
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
