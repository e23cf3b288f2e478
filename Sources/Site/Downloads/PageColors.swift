/// The colors that the style sheet gives charts, for files that have no style sheet.
///
/// Read from its custom properties, so that a course with colors of its own has them there too.
struct PageColors: Equatable, Sendable {
  /// A color of the light and one of the dark theme.
  struct Pair: Equatable, Sendable {
    var light: String
    var dark: String
  }

  private let properties: [String: Pair]

  /// What tells these colors from others.
  let digest: String

  /// - Parameter sheet: A style sheet; of a property that it gives twice, the first value counts.
  init(styleSheet sheet: String) {
    var properties: [String: Pair] = [:]
    for line in sheet.split(whereSeparator: { "\n;{}".contains($0) }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed
      guard name.hasPrefix("--"), properties[name] == nil else { continue }
      let value = parts[1].trimmed
      let arguments = value.arguments(of: "light-dark")
      properties[name] =
        arguments.count == 2
        ? Pair(light: arguments[0], dark: arguments[1]) : Pair(light: value, dark: value)
    }
    self.properties = properties
    digest = ContentDigest.text(
      of: properties.filter {
        $0.key.hasPrefix("--chart-") || ["--ink", "--paper"].contains($0.key)
      }
      .map { "\($0) \($1.light) \($1.dark)" }.sorted())
  }

  var ground: Pair { pair("--chart-ground") ?? Pair(light: "#ffffff", dark: "#000000") }
  var ink: Pair { pair("--ink") ?? Pair(light: "#000000", dark: "#ffffff") }

  /// What a color of a chart is: `currentColor`, a property, or a mixture of two.
  func pair(of css: String) -> Pair? {
    if css == "currentColor" { return ink }
    if let name = css.arguments(of: "var").first { return pair(name) ?? ink }
    let mixture = css.arguments(of: "color-mix")
    guard mixture.count == 3, mixture[0] == "in oklab",
      let percent = mixture[1].lastIndex(of: " "),
      let share = Double(mixture[1][percent...].dropFirst().dropLast()),
      let first = pair(of: String(mixture[1][..<percent])), let second = pair(of: mixture[2])
    else { return nil }
    func mix(_ first: String, _ second: String) -> String {
      guard let one = OKLab(hex: first), let other = OKLab(hex: second) else {
        return "color-mix(in oklab,\(first) \(mixture[1][percent...].dropFirst()),\(second))"
      }
      return one.mixed(with: other, share: share / 100).hex
    }
    return Pair(light: mix(first.light, second.light), dark: mix(first.dark, second.dark))
  }

  /// A property's value, which may be that of another.
  private func pair(_ name: String) -> Pair? {
    var name = name
    for _ in 0..<4 {
      guard let pair = properties[name] else { return nil }
      guard let next = pair.light.arguments(of: "var").first else { return pair }
      name = next
    }
    return nil
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let text = drop { $0.isWhitespace }
    return String(
      text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)])
  }

  /// The arguments, where this is a call of a function of CSS: `a` and `b` of `light-dark(a, b)`.
  fileprivate func arguments(of function: String) -> [String] {
    guard hasPrefix("\(function)("), hasSuffix(")") else { return [] }
    var depth = 0
    return dropFirst(function.count + 1).dropLast()
      .split { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return character == "," && depth == 0
      }
      .map(\.trimmed)
  }
}
