import Foundation
import Testing

@Suite(
  .enabled(
    if: Checkers.have(Checkers.nu, Checkers.java),
    "The Nu HTML checker or Java is missing: make browser"))
struct MarkupTests {
  private struct Report: Decodable { var messages: [Message] }

  private struct Message: Decodable, CustomStringConvertible {
    var type: String
    var url: String?
    var lastLine: Int?
    var message: String
    var extract: String?

    var description: String {
      "\(url?.split(separator: "/").last ?? ""):\(lastLine ?? 0): \(message) \(extract ?? "")"
    }

    /// KaTeX puts the invisible sign for “applied to” behind `\max` into the `msub` of its subscript,
    /// where MathML wants two elements; browsers draw it, screen readers read it.
    var isOfKaTeX: Bool {
      message.hasPrefix("Element “mo” not allowed as child of element “ms")
        && extract?.contains("<mo>\u{2061}</mo>") == true
    }
  }

  @Test func everyTypeOfPageIsValid() throws {
    let site = try EveryPart.site()
    try expectValid(EveryPart.pages.map { site.appending(path: $0) })
  }

  @Test(.enabled(if: EveryPart.hasCourse, "make site has not run since the tool was built"))
  func theCourseIsValid() throws { try expectValid(EveryPart.course()) }

  private func expectValid(_ pages: [URL]) throws {
    let checker = Process()
    checker.executableURL = Checkers.java
    checker.arguments =
      [
        "-Xss4m", "-jar", Checkers.nu.path, "--format", "json", "--errors-only",
        "--exit-zero-always",
      ]
      + pages.map(\.path)
    let said = Pipe()
    checker.standardError = said
    try checker.run()
    let data = said.fileHandleForReading.readDataToEndOfFile()
    checker.waitUntilExit()
    let report = try JSONDecoder().decode(Report.self, from: data)
    let errors = report.messages.filter { $0.type != "info" && !$0.isOfKaTeX }
    let first = errors.prefix(12).map(\.description)
    #expect(first == [])
  }
}
