import Foundation
import Lessons
import Site
import TestSupport
import Testing

/// What the compiler wrote of a module `Shapes`, without what a page has no use for.
private func shapes() throws -> Interface {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases/Shapes.symbols.json")
  return Interface(symbolGraphs: [[UInt8](try Data(contentsOf: file))])
}

private let lesson = readLesson(
  """
  # A lesson

  ```swift
  let square = Square(side: 2)  // a Square
  print("Square", Square.unit, square.scaled(by: 3, "x"))
  draw(square)
  ```
  """)

struct InterfaceTests {
  @Test func showsATypeWithWhatItHas() throws {
    let site = try lesson.site(interface: shapes())
    expectGolden(try site.main("api/Square.html"), "declarations-type.html")
    expectGolden(try site.main("api/Shape.html"), "declarations-protocol.html")
    expectGolden(try site.main("api/draw.html"), "declarations-functions.html")
    expectGolden(try site.main("api/index.html"), "declarations-index.html")
  }

  @Test func everyAddressOnAPageLeadsSomewhere() throws {
    let site = try lesson.site(interface: shapes())
    let pages = Set(site.files.map(\.path))
    for page in pages where page.hasSuffix(".html") {
      let reader = try PageReader(site.text(page))
      #expect(Set(reader.ids).count == reader.ids.count, "\(page)")
      for address in reader.addresses where !address.hasPrefix("https:") {
        let parts = address.split(separator: "#", omittingEmptySubsequences: false)
        let up = address.hasPrefix("../")
        let folder = page.hasPrefix("api/") && !up ? "api/" : ""
        let file = parts[0].isEmpty ? page : folder + parts[0].dropFirst(up ? 3 : 0)
        #expect(pages.contains(file), "\(page) leads to \(address)")
        guard parts.count > 1, pages.contains(file) else { continue }
        #expect(
          try PageReader(site.text(file)).ids.contains(String(parts[1])),
          "\(page) leads to \(address)")
      }
    }
  }

  /// Code, and the same with each link as `[text](address)`.
  @Test(arguments: [
    ("Square(side: 1)", "[Square](Square.html)(side: 1)"),
    ("let a: [Square] = [Square.unit]", "let a: [[Square](Square.html)] = [Square.unit]"),
    ("draw(a); draw(b)", "[draw](draw.html)(a); draw(b)"),
    ("\"Square\" /* Square */ // draw(a)", "\"Square\" /* Square */ // draw(a)"),
    ("\"\\(draw(a))\"", "\"\\([draw](draw.html)(a))\""),
    ("a.scaled(\n  by: 2)", "a.[scaled](Square.html#scaled)(\n  by: 2)"),
    ("a.scaled(2); a.scaled(to: 2); scaled(by: 2)", "a.scaled(2); a.scaled(to: 2); scaled(by: 2)"),
    ("a.draw(b); let draw = 1; x = draw", "a.draw(b); let draw = 1; x = draw"),
    ("struct Square {}; Square()", "struct Square {}; Square()"),
    ("func draw(_ a: Square) {}", "func draw(_ a: [Square](Square.html)) {}"),
    ("Other.Square, .Square", "Other.Square, .Square"),
    ("0..<Square.count", "0..<[Square](Square.html).count"),
    ("Squares, aSquare, Int, withdraw(a)", "Squares, aSquare, Int, withdraw(a)"),
  ])
  func linksNamesInCode(_ code: String, _ expected: String) throws {
    let course = readLesson("# A\n\n```swift\n\(code)\n```")
    let page = try course.site(interface: shapes()).main("a-lesson.html")
    let shown = try #require(page.firstMatch(of: /<code>((?s).*?)<\/code>/)).1
    let links = String(shown).replacing(/<a [^>]*?href="api\/([^"]*)">([^<]*)<\/a>/) {
      "[\($0.2)](\($0.1))"
    }
    let text = links.replacing(/<\/?span[^>]*>/, with: "").replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<")
    #expect(text == expected)
  }

  @Test func linksInEmphasizedLinesAndOnThePageOfTheWholeCourse() throws {
    let course = readLesson("# A\n\n```swift\n//| highlight: 2\nlet a = 1\nSquare(side: a)\n```")
    let site = try course.site(interface: shapes())
    for page in ["a-lesson.html", "course.html"] {
      let line = "<mark><a class=\"type\" href=\"api/Square.html\">Square</a>(side: a)</mark>"
      #expect(try site.main(page).contains(line))
    }
  }

  @Test func theFirstLineOfFoldedCodeHasNoLinks() throws {
    let course = readLesson("# A\n\n```swift\n//| echo: fold\nSquare(side: 1)\n```")
    let page = try course.site(interface: shapes()).main("a-lesson.html")
    #expect(page.contains("<summary><code><span class=\"type\">Square</span>"))
    #expect(page.contains("<a class=\"type\" href=\"api/Square.html\">Square</a>"))
  }

  @Test func escapesWhateverADeclarationIsCalled() throws {
    let hostile = "</p><script>alert('1')</script>\"'&../<b>"
    func symbol(_ kind: String, _ id: String, _ path: [String]) -> [String: Any] {
      [
        "kind": ["identifier": kind], "identifier": ["precise": id], "pathComponents": path,
        "docComment": [
          "lines": ["\(hostile)", "", "- Parameter a: [x](javascript:a)", "", "---"].map {
            ["text": $0]
          }
        ],
        "declarationFragments": ["identifier", "text", hostile].map {
          ["kind": $0, "spelling": hostile, "preciseIdentifier": id]
        },
      ]
    }
    let graph: [String: Any] = [
      "module": ["name": hostile],
      "symbols": [
        symbol("swift.struct", "t", [hostile]), symbol("swift.method", "m", [hostile, hostile]),
        symbol("swift.novelty", "n", [hostile]), symbol("swift.struct", "p", []),
      ],
      "relationships": [
        ["kind": "memberOf", "source": "m", "target": "t"],
        ["kind": "conformsTo", "source": "t", "target": "x", "targetFallback": hostile],
      ],
    ]
    let interface = Interface(
      symbolGraphs: [[UInt8](try JSONSerialization.data(withJSONObject: graph))])
    #expect(Interface(cache: interface.cache) == interface)
    let site = try lesson.site(interface: interface)
    let pages = site.files.map(\.path).filter { $0.hasPrefix("api/") }
    #expect(pages.count == 2)
    for page in pages {
      #expect(page.allSatisfy { $0.isLetter || $0.isNumber || "-./".contains($0) })
      #expect(!page.contains(".."))
      let reader = try PageReader(site.text(page))
      #expect(reader.elements.count { $0.name == "script" } == 3, "only the frame's own")
      #expect(reader.elements.allSatisfy { $0.name != "b" })
      #expect(reader.addresses.allSatisfy { !$0.hasPrefix("javascript") })
    }
  }

  @Test(arguments: ["", "{", "null", "{\"module\": {\"name\": \"A\"}}", "\u{FFFD}"])
  func asksNothingOfABrokenSymbolGraph(_ graph: String) throws {
    let whole = try Data(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Cases/Shapes.symbols.json"))
    let interface = Interface(symbolGraphs: [[UInt8](whole), Array(graph.utf8)])
    #expect(interface == .empty)
    let site = try lesson.site(interface: interface)
    #expect(!site.files.contains { $0.path.contains("api/") })
    for page in ["a-lesson.html", "index.html"] { #expect(try !site.text(page).contains("api/")) }
  }

  @Test func keepsWhatItReadForTheNextBuild() throws {
    let interface = try shapes()
    let cache = interface.cache
    #expect(Interface(cache: cache) == interface)
    #expect(Interface(cache: []) == nil)
    for count in stride(from: 0, to: cache.count, by: 7) {
      #expect(Interface(cache: Array(cache[..<count])) != interface)
    }
  }

  @Test func aSearchFindsDeclarations() throws {
    let site = try lesson.site(interface: shapes())
    #expect(try site.text("search-index.js").contains("\"api/index.html\",\"Declarations\""))
    #expect(try site.text("search/api/index.js").contains("scaled(by:_:)"))
  }

  @Test func aPageOfDeclarationsHasItsAddress() throws {
    var course = lesson
    course.url = "https://a.org/course"
    let page = try course.site(interface: shapes()).text("api/Square.html")
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://a.org/course/api/Square.html\" />"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../style.css\" />"))
    #expect(page.contains("<meta name=\"description\" content=\"A square.\" />"))
  }
}
