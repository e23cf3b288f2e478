/// A color of a chart: a custom property of the page's style sheet, so that light and dark are the
/// style sheet's business.
///
/// The eight named after hues are told apart in every pair, with normal sight and with red or green
/// blindness, and are legible on the page in both themes; the module's README lists the values.
public enum Color: String, CaseIterable, Sendable {
  case blue, orange, green, purple, red, cyan, pink, brown
  /// The color of text.
  case primary
  /// The color of what stands back: axis labels, reference lines.
  case secondary

  /// The colors of categories, in the order in which they are given out.
  package static let categories: [Color] = [
    .blue, .orange, .green, .purple, .red, .cyan, .pink, .brown,
  ]

  package var css: String {
    switch self {
    case .primary: "currentColor"
    case .secondary: "var(--chart-muted,currentColor)"
    default: "var(--chart-" + rawValue + ",currentColor)"
    }
  }
}

/// What a series is painted with.
package enum Paint: Equatable, Sendable {
  case color(Color)
  /// A place from 0 to 1 on the ramp of ordered values.
  case ramp(Double)
  /// A place from -1 to 1 between the colors of negative and of positive values.
  case diverging(Double)

  /// The paint of a text: the ramp's quieter end is too faint for one.
  var textCSS: String {
    if case .color(let color) = self { color.css } else { Color.primary.css }
  }

  package var css: String {
    switch self {
    case .color(let color): return color.css
    case .diverging(let place):
      let percent = Int((abs(place) * 100 + 0.5).roundedDown)
      let end = place < 0 ? "var(--chart-negative)" : "var(--chart-positive)"
      if percent == 0 { return "var(--chart-neutral)" }
      if percent == 100 { return end }
      return "color-mix(in oklab," + end + " " + String(percent) + "%,var(--chart-neutral))"
    case .ramp(let place):
      let stops = 4.0
      let below = min((place * stops).roundedDown, stops - 1)
      let percent = Int(((place * stops - below) * 100 + 0.5).roundedDown)
      func stop(_ number: Double) -> String { "var(--chart-ramp-" + String(Int(number)) + ")" }
      if percent == 0 { return stop(below) }
      if percent == 100 { return stop(below + 1) }
      return "color-mix(in oklab," + stop(below + 1) + " " + String(percent) + "%," + stop(below)
        + ")"
    }
  }
}
