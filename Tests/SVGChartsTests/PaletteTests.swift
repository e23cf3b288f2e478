import Foundation
import SVGCharts
import TestSupport
import Testing

/// The style sheet that the README gives to pages.
@Suite struct PaletteTests {
  private static let readme = try? String(
    contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/SVGCharts/README.md"), encoding: .utf8)

  /// The properties of one theme.
  private func properties(_ theme: String) throws -> [String: RGB] {
    let css = try #require(Self.readme?.components(separatedBy: "```css").last)
    let blocks = css.components(separatedBy: "@media")
    var found: [String: RGB] = [:]
    for line in blocks[theme == "light" ? 0 : 1].split(separator: "\n") {
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, parts[0].hasPrefix("--chart-"), let color = RGB(parts[1]) else {
        continue
      }
      found[String(parts[0].dropFirst(8))] = color
    }
    return found
  }

  @Test(arguments: ["light", "dark"])
  func contrastsWithThePage(_ theme: String) throws {
    let colors = try properties(theme)
    let ground = try #require(colors["ground"])
    for name in Color.categories.map(\.rawValue) + ["muted"] {
      let color = try #require(colors[name], "\(name)")
      #expect(color.contrast(ground) >= 4.5, "\(name)")
    }
    for stop in 0...4 {
      #expect(try #require(colors["ramp-\(stop)"]).contrast(ground) >= 3, "ramp \(stop)")
    }
  }

  @Test(arguments: ["light", "dark"])
  func tellsEachPairOfCategoriesApart(_ theme: String) throws {
    let colors = try properties(theme)
    for vision in Vision.allCases {
      for (index, one) in Color.categories.enumerated() {
        for other in Color.categories[..<index] {
          let a = try #require(colors[one.rawValue]), b = try #require(colors[other.rawValue])
          let difference = vision.seen(a).lab.difference(vision.seen(b).lab)
          #expect(difference >= 11, "\(one) and \(other), \(vision): \(difference)")
        }
      }
    }
  }

  @Test func standsOutMoreTheFartherFromZero() throws {
    for (theme, sign) in [("light", -1.0), ("dark", 1.0)] {
      let colors = try properties(theme)
      let ground = try #require(colors["ground"]), neutral = try #require(colors["neutral"])
      #expect(neutral.contrast(ground) >= 3, "\(theme)")
      let ends = try ["negative", "positive"].map { try #require(colors[$0]) }
      for end in ends { #expect((end.lab.l - neutral.lab.l) * sign > 15, "\(theme)") }
      for vision in Vision.allCases {
        #expect(vision.seen(ends[0]).lab.difference(vision.seen(ends[1]).lab) >= 20, "\(theme)")
      }
    }
  }

  @Test func rampsAwayFromTheGround() throws {
    for (theme, sign) in [("light", -1.0), ("dark", 1.0)] {
      let colors = try properties(theme)
      let lightness = try (0...4).map { try #require(colors["ramp-\($0)"]).lab.l * sign }
      #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 + 4 < $1 }, "\(theme)")
    }
  }

  @Test func measuresDifferencesAsCIEDoes() {
    // From the test data of Sharma, Wu and Dalal (2005).
    #expect(
      abs(Lab(l: 50, a: 2.6772, b: -79.7751).difference(Lab(l: 50, a: 0, b: -82.7485)) - 2.0425)
        < 1e-4)
    #expect(abs(Lab(l: 50, a: 2.5, b: 0).difference(Lab(l: 73, a: 25, b: -18)) - 27.1492) < 1e-4)
    #expect(
      abs(
        Lab(l: 90.8027, a: -2.0831, b: 1.441).difference(Lab(l: 91.1528, a: -1.6435, b: 0.0447))
          - 1.4441) < 1e-4)
  }
}
