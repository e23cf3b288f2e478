import Foundation
import Testing

@Suite(.enabled(if: EveryPart.hasCourse, "`make site` has not built the course since the tool"))
struct LiveSizeTests {
  /// What a reader fetches at the first touch of a lesson's controls.
  @Test func aLessonsProgramIsSmall() throws {
    var sizes: [String] = []
    for page in try EveryPart.course() where page.lastPathComponent != "course.html" {
      let panels = try String(contentsOf: page, encoding: .utf8).matches(of: /data-live=/).count
      guard panels > 0 else { continue }
      let name = page.deletingPathExtension().lastPathComponent
      let script = try String(
        contentsOf: page.deletingLastPathComponent().appending(path: "live/\(name).js"),
        encoding: .utf8)
      let program = try #require(script.firstMatch(of: /[A-Za-z0-9+\/]{1000,}/)).output
      let bytes = program.utf8.count * 3 / 4
      #expect(bytes <= 200_000 + 60_000 * (panels - 1), "\(name), of \(panels) panels")
      sizes.append(name)
    }
    #expect(sizes.count > 10)
  }
}
