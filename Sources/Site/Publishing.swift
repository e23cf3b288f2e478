import Lessons

extension Course {
  /// The whole address of a page, where the course says where it will be published.
  ///
  ///     course.url(of: "große-schritte.html")   // == https://a.org/gro%C3%9Fe-schritte.html
  func url(of path: String) -> String? {
    url.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + path.percentEncoded }
  }

  /// What search engines read, where the course says where it will be published.
  ///
  /// - Parameter others: The pages that are to be found besides the first one and the lessons.
  func filesForSearchEngines(others: [String]) -> [SiteFile] {
    guard let first = url(of: ""), let map = url(of: "sitemap.xml") else { return [] }
    let pages = [""] + lessons.map { "\($0.slug).html" } + others
    let entries = pages.compactMap(url(of:)).map { "<url><loc>\($0)</loc></url>\n" as HTML }
      .joined()
    let sitemap: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries)</urlset>

      """
    let robots = """
      # Read where the site is the root of its host: \(first)
      User-agent: *
      Allow: /

      Sitemap: \(map)

      """
    return [
      SiteFile(path: "robots.txt", contents: .text(robots)),
      SiteFile(path: "sitemap.xml", contents: .text(sitemap.source)),
    ]
  }

  /// The page that a server shows for an address that leads nowhere.
  ///
  /// It is shown at any depth, so its own links begin at the root of the server where that is known.
  func lostPage(_ list: LessonList) -> TemplateValues {
    let text: HTML = """
      <p>\(words("There is no such page. These are the lessons:"))</p>
      \(list.html)
      """
    var values = TextPage(title: words("Nothing here"), text: text).values(self)
    values["base"] = url(of: "").map { url in
      let host = url.split(separator: "//", maxSplits: 1).last ?? ""
      return String(host[(host.firstIndex(of: "/") ?? host.endIndex)...])
    }
    values["unlisted"] = true
    return values
  }
}

extension String {
  /// The text as a part of an address, in which only ASCII stands.
  fileprivate var percentEncoded: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
