/// KaTeX's style sheet, with only the fonts that a site's formulas use.
struct MathStyle: Sendable {
  let sheet: String
  /// The names of the font files, sorted.
  let fonts: [String]

  /// Takes a rule to apply where every class of its last part occurs in the markup.
  ///
  /// A heavier or slanted face counts as used once any rule in use asks for one: the sheet sets
  /// family, weight and slant in different rules.
  init(sheet: String, markup: some Sequence<String>) {
    let used = MathStyle.classes(in: markup)
    var families: Set<Substring> = ["KaTeX_Main"]
    var hasBold = false, hasItalic = false
    var faces: [Substring] = []
    var rules = ""
    for rule in sheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if parts[0].hasSuffix("@font-face") {
        faces.append(parts[1])
        continue
      }
      rules += rule + "}"
      let applies = parts[0].split(separator: ",").contains { selector in
        MathStyle.lastClasses(of: selector).allSatisfy(used.contains)
      }
      guard applies else { continue }
      if let family = MathStyle.value("font-family", of: parts[1]) {
        families.insert(family.prefix { $0 != "," })
      }
      hasBold = hasBold || ["700", "bold"].contains(MathStyle.value("font-weight", of: parts[1]))
      hasItalic = hasItalic || MathStyle.value("font-style", of: parts[1]) == "italic"
    }
    var fonts: [String] = []
    var faceRules = ""
    for face in faces {
      guard let family = MathStyle.value("font-family", of: face), families.contains(family),
        let start = face.range(of: "fonts/"), let end = face.range(of: ".woff2")
      else { continue }
      let weight = MathStyle.value("font-weight", of: face) ?? "400"
      let style = MathStyle.value("font-style", of: face) ?? "normal"
      // KaTeX_Math exists only slanted.
      guard hasBold || weight != "700", hasItalic || style != "italic" else { continue }
      let font = String(face[start.upperBound..<end.upperBound])
      fonts.append(font)
      faceRules += """
        @font-face{font-family:\(family);src:url(fonts/\(font)) format("woff2");\
        font-weight:\(weight);font-style:\(style)}

        """
    }
    self.fonts = fonts.sorted()
    self.sheet = faceRules + rules + "\n"
  }

  private static func value(_ property: String, of declarations: Substring) -> Substring? {
    declarations.split(separator: ";").first { $0.hasPrefix(property + ":") }?
      .dropFirst(property.count + 1)
  }

  /// The classes of a selector's last part that carries any.
  private static func lastClasses(of selector: Substring) -> [Substring] {
    selector.split { " >+~".contains($0) }.last { $0.contains(".") }?
      .split(separator: ".").map { $0.prefix { $0 != ":" } } ?? []
  }

  /// Every class that occurs; looked for byte by byte, since formulas are most of a page.
  private static func classes(in markup: some Sequence<String>) -> Set<Substring> {
    var lists: Set<Substring> = []
    for text in markup {
      let bytes = text.utf8
      var index = bytes.startIndex
      while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
        let start = bytes.index(after: quote)
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.endIndex
        if text[..<quote].hasSuffix("class=") { lists.insert(text[start..<end]) }
        index = end == bytes.endIndex ? end : bytes.index(after: end)
      }
    }
    return Set(lists.flatMap { $0.split(separator: " ") })
  }
}
