import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page taken apart; pages are written so that they are well-formed XML too.
final class PageReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""

  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      let line = page.split(separator: "\n", omittingEmptySubsequences: false)
      let number = min(max(parser.lineNumber - 1, 0), line.count - 1)
      Issue.record(
        "not well-formed at \(parser.lineNumber):\(parser.columnNumber): \(line[number].prefix(400))"
      )
    }
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// Every address that the page leads to or loads.
  var addresses: [String] {
    elements.flatMap { [$0.attributes["href"], $0.attributes["src"]].compactMap { $0 } }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
