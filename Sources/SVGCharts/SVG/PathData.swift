/// A place in a drawing, in pixels from the upper left corner.
package struct Point: Equatable, Sendable {
  package var x: Double, y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The `d` attribute of a path: relative commands in tenths of a pixel, so that rounding does not
/// add up along a line.
struct PathData {
  private(set) var text = ""
  private var x = 0, y = 0
  /// The command whose letter need not be repeated.
  private var open: Unicode.Scalar?

  var isEmpty: Bool { text.isEmpty }

  /// Starts a new line.
  mutating func move(to point: Point) {
    let to = (tenth(point.x), tenth(point.y))
    if text.isEmpty {
      text = "M" + tenths(to.0) + separated(to.1)
    } else {
      text += "m" + tenths(to.0 - x) + separated(to.1 - y)
    }
    (x, y) = to
    open = nil
  }

  /// Goes straight to a point.
  mutating func line(to point: Point) {
    let to = (tenth(point.x), tenth(point.y))
    guard to != (x, y) else { return }
    if to.0 == x {
      text += open == "v" ? separated(to.1 - y) : "v" + tenths(to.1 - y)
      (y, open) = (to.1, "v")
      return
    }
    if open == "l" { text += separated(to.0 - x) } else { text += "l" + tenths(to.0 - x) }
    text += separated(to.1 - y)
    (x, y) = to
    open = "l"
  }

  /// Goes straight right; by 0 it makes a dot where line caps are round.
  mutating func horizontal(by length: Double) {
    text += "h" + decimal(length)
    x += tenth(length)
    open = nil
  }

  /// Goes straight down.
  mutating func vertical(by length: Double) {
    text += "v" + decimal(length)
    y += tenth(length)
    open = nil
  }

  /// Draws a closed outline.
  mutating func outline(_ corners: [Point]) {
    move(to: corners[0])
    for corner in corners.dropFirst() { line(to: corner) }
    close(at: corners[0])
  }

  /// Closes the outline that began at `start`.
  mutating func close(at start: Point) {
    text += "z"
    (x, y) = (tenth(start.x), tenth(start.y))
    open = nil
  }

  /// A number after another: a minus sign separates by itself.
  private func separated(_ count: Int) -> String { (count < 0 ? "" : " ") + tenths(count) }
}
