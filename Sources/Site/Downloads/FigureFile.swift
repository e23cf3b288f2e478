import TranscriptFormat

/// A figure as a file of its own, which looks as it does on the page, in light and in dark, wherever
/// it is put.
///
/// Its attributes have the colors of the light theme, which every program for drawings understands;
/// a rule for each of them gives the dark one to whoever asks for it.
struct FigureFile {
  /// The drawing as it stands on the page.
  let svg: String
  let caption: String
  let colors: PageColors

  /// The file's text; making it is worth a moment.
  var deferred: DeferredText {
    DeferredText(from: [svg, caption, colors.digest]) { text }
  }

  var text: String {
    let bytes = Array(svg.utf8)
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return svg }
    var painter = Painter(colors: colors)
    let root = painter.painted(bytes[..<end])
    let drawing = painter.painted(bytes[bytes.index(after: end)...])
    let ground = painter.painted(
      Array(#"<rect width="100%" height="100%" fill="var(--chart-ground)"/>"#.utf8))
    return """
      \(root) font-family="system-ui, -apple-system, Segoe UI, Noto Sans, Helvetica Neue, Arial, \
      sans-serif"><title>\(HTML(escaping: caption).source)</title>\
      <style>@media (prefers-color-scheme:dark){\(painter.rules.joined())}</style>\(ground)\(drawing)

      """
  }
}

extension Figure {
  /// The drawing for a wide column as a file of its own, in the standard colors.
  public var standalone: String {
    FigureFile(
      svg: wide, caption: caption, colors: PageColors(styleSheet: Theme.standard.styleSheet)
    ).text
  }
}

/// Puts colors in the place of the style sheet's properties.
private struct Painter {
  let colors: PageColors
  /// What makes each color the dark one, in the order of the drawing.
  private(set) var rules: [String] = []
  private var known: [[UInt8]: PageColors.Pair?] = [:]
  private var ruled: Set<[UInt8]> = []

  init(colors: PageColors) { self.colors = colors }

  /// In a drawing, every quotation mark that does not begin or end an attribute is escaped.
  mutating func painted(_ svg: some Collection<UInt8>) -> String {
    let bytes = Array(svg)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    while let quote = bytes[done...].firstIndex(of: UInt8(ascii: "\"")) {
      let start = quote + 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      result += bytes[done..<start]
      done = end
      if end < bytes.count { done += 1 }
      let value = bytes[start..<end]
      if let pair = pair(value) {
        let name = bytes[..<quote].dropLast()
        let first = name.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
        addRule(name[first...], pair)
        result += pair.light.utf8
      } else {
        result += value
      }
      result += bytes[end..<done]
    }
    result += bytes[done...]
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func addRule(_ attribute: ArraySlice<UInt8>, _ pair: PageColors.Pair) {
    guard ruled.insert(Array(attribute) + Array(pair.light.utf8)).inserted else { return }
    let name = String(decoding: attribute, as: UTF8.self)
    rules.append("[\(name)=\"\(pair.light)\"]{\(name):\(pair.dark)}")
  }

  private mutating func pair(_ value: ArraySlice<UInt8>) -> PageColors.Pair? {
    guard Self.starts.contains(where: { value.starts(with: $0) }) else { return nil }
    if let pair = known[Array(value)] { return pair }
    let pair = colors.pair(of: String(decoding: value, as: UTF8.self))
    known[Array(value)] = pair
    return pair
  }

  private static let starts = ["var(", "color-mix(", "currentColor"].map { Array($0.utf8) }
}
