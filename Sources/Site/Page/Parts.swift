/// A page's text in parts, of which a browser lays out those that are in sight.
///
/// A part ends at a heading, or where it is taller than a screen or two; but not beside a note that
/// hangs beyond it.
struct Parts {
  private var done: HTML = ""
  private var current: HTML = ""
  private var beginsSection = false
  /// How tall the current part is so far, in rem, and how far down its notes reach.
  private var height = 0.0
  private var notesEnd = 0.0

  private static let most = 60.0

  /// - Parameters:
  ///   - heading: The level of the heading that the block is, if it is one.
  ///   - isBound: Whether it stays with the block above it.
  mutating func append(_ block: HTML, heading: Int? = nil, isBound: Bool = false) {
    if block.isEmpty { return }
    let isFree = !current.isEmpty && notesEnd <= height
    let beginsSection = heading.map { $0 <= 2 } ?? false
    let isBound = isBound || isHeading || heading != nil
    if isFree, beginsSection || !isBound && height > Self.most { end() }
    if current.isEmpty { self.beginsSection = beginsSection }
    let rough = RoughHeight(block)
    if rough.notes > 0 { notesEnd = max(notesEnd, height) + rough.notes }
    current += block
    height += rough.text
    isHeading = heading != nil
  }

  /// Whether the last block is a heading, which stays with what it heads.
  private var isHeading = false

  private mutating func end() {
    let tag: HTML = beginsSection ? "section" : "div"
    done += """
      <\(tag) class="part" style="--height:\(Int(height.rounded(.up)))rem">
      \(current)</\(tag)>

      """
    current = ""
    height = 0
    notesEnd = 0
  }

  /// All that was appended.
  var html: HTML {
    var parts = self
    if !current.isEmpty { parts.end() }
    return parts.done
  }
}
