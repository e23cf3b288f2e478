/// SVG under construction; attributes keep the order in which they are given.
struct SVGText {
  var text = ""

  /// An element; attributes with an empty value are left out.
  mutating func element(
    _ name: String, _ attributes: [(String, String)], _ content: String? = nil
  ) {
    begin(name, attributes)
    guard let content else {
      text += "/>"
      return
    }
    text += ">" + escaped(content)
    close(name)
  }

  /// A path; what a tip says of it shows under a pointer.
  mutating func path(_ path: PathData, _ attributes: [(String, String)], tip: String?) {
    let attributes = attributes + [("d", path.text)]
    guard let tip else { return element("path", attributes) }
    open("path", attributes)
    element("title", [], tip)
    close("path")
  }

  /// The start of an element.
  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    begin(name, attributes)
    text += ">"
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    text += "<" + name
    for (name, value) in attributes where !value.isEmpty {
      text += " " + name + "=\"" + escaped(value) + "\""
    }
  }

  /// The end of an element.
  mutating func close(_ name: String) { text += "</" + name + ">" }
}

extension SVGText {
  /// The root of a picture with its description.
  mutating func openChart(
    width: Double, height: Double, role: String, id: String, _ name: String, _ description: String
  ) {
    open(
      "svg",
      [
        ("class", "chart"), ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 " + decimal(width) + " " + decimal(height)), ("width", decimal(width)),
        ("height", decimal(height)), ("role", role), ("aria-label", name),
        ("aria-describedby", id + "-desc"), ("fill", "currentColor"),
        ("font-size", decimal(fontSize)),
      ])
    element("desc", [("id", id + "-desc")], description)
  }
}

/// Text in which no character is markup and none is forbidden in XML.
func escaped(_ text: String) -> String {
  guard
    text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E })
  else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case _ where scalar.value < 0x20: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
