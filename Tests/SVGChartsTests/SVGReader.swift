import Foundation
import SVGCharts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads from a drawing what tests ask.
final class SVGReader: NSObject, XMLParserDelegate {
  var root: [String: String] = [:]
  var ids: [String] = []
  var elements = 0
  var texts: [(left: Double, right: Double, y: Double, text: String)] = []
  private var anchors: [String] = []
  /// How far the open groups are moved, one upon the other.
  private var origins = [Point(x: 0, y: 0)]
  private var open: [String: String]?
  private var content = ""
  private var inTitle = false

  /// `nil` if the text is not well-formed XML.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root.isEmpty { root = attributes }
    // A title is not painted.
    if name != "title" { elements += 1 }
    if let id = attributes["id"] { ids.append(id) }
    anchors.append(attributes["text-anchor"] ?? anchors.last ?? "start")
    origins.append(
      origins[origins.count - 1].moved(by: name == "g" ? attributes["transform"] : nil))
    if name == "text", attributes["transform"] == nil { (open, content) = (attributes, "") }
    inTitle = name == "title"
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !inTitle { content += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let anchor = anchors.removeLast(), origin = origins.removeLast()
    inTitle = false
    guard name == "text", let attributes = open else { return }
    open = nil
    let x = origin.x + (Double(attributes["x"] ?? "") ?? 0), width = textWidth(content, size: 11)
    let left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x
    texts.append((left, left + width, origin.y + (Double(attributes["y"] ?? "") ?? 0), content))
  }
}

extension Point {
  /// The point after `translate(x y)`.
  fileprivate func moved(by transform: String?) -> Point {
    guard let match = transform?.firstMatch(of: /^translate\((\S+) (\S+)\)$/),
      let x = Double(match.1), let y = Double(match.2)
    else { return self }
    return Point(x: self.x + x, y: self.y + y)
  }
}
