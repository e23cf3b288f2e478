/// About how tall a piece of markup is in a column of the usual width, in rem.
///
/// A browser that has not laid it out yet keeps so much room for it.
struct RoughHeight {
  /// Of what stands in the column.
  private(set) var text = 0.0
  /// Of notes, which hang beside it on wide screens.
  private(set) var notes = 0.0

  private var letters = 0
  private var isCode = false
  /// How many elements of a note, its own among them, are open.
  private var depth = 0

  init(_ markup: HTML) {
    var reader = MarkupReader(markup)
    while let piece = reader.next() {
      switch piece {
      case .text(let bytes) where isCode:
        text += 1.36 * Double(bytes.count { $0 == UInt8(ascii: "\n") })
      case .text(let bytes): letters += bytes.count { $0 & 0xC0 != 0x80 && $0 != 10 }
      case .tag(let tag): measure(tag, &reader)
      }
    }
    endLine()
  }

  private var isNote: Bool { depth > 0 }

  private mutating func measure(_ tag: MarkupReader.Tag, _ reader: inout MarkupReader) {
    if tag.name == "div", isNote || tag.isOf("lecture") || tag.isOf("aside") { depth += 1 }
    if tag.name == "/div", isNote { depth -= 1 }
    switch tag.name {
    case "svg": reader.skip(to: "</svg>")
    case "math": reader.skip(to: "</math>")
    case "details":
      reader.skipElement("details")
      add(1.8)
    case "div" where tag.isOtherPosition || tag.isOf("narrow"): reader.skipElement("div")
    case "div" where tag.isOf("wide"): add(tag.drawingHeight)
    case "div" where tag.isOf("formula"): add(2)
    case "pre":
      isCode = true
      add(4.3)
    case "/pre": isCode = false
    case "/p", "/ul", "/ol", "figure", "/figcaption", "/table": endLine(and: 1.1)
    case "/li": endLine(and: 0.3)
    case "h2", "h3", "h4", "h5", "h6": add(3)
    case "/tr": endRow()
    case "/div", "/h2", "/h3", "/h4", "/h5", "/h6", "/dt", "/dd", "/fieldset", "br", "hr": endLine()
    default: break
    }
  }

  private mutating func add(_ height: Double) {
    if isNote { notes += height } else { text += height }
  }

  private mutating func endLine(and space: Double = 0) {
    let lines = (Double(letters) / (isNote ? 38 : 72)).rounded(.up)
    add(lines * (isNote ? 1.22 : 1.74) + space)
    letters = 0
  }

  /// The cells of a row stand side by side.
  private mutating func endRow() {
    add(2.05 + 1.27 * (Double(letters) / 90).rounded(.down))
    letters = 0
  }
}

extension MarkupReader.Tag {
  /// What the style of a drawing says, in rem.
  fileprivate var drawingHeight: Double {
    guard let start = source.firstRange(of: "aspect-ratio:")?.upperBound else { return 0 }
    let height = source[start...].drop { $0 != "/" }.dropFirst()
    return (Double(height.prefix { $0.isNumber || $0 == "." }) ?? 0) / 16
  }
}
