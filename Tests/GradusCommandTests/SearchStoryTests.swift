import Foundation
import Testing

/// What a reader finds, and in which order.
@Suite(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct SearchStoryTests {
  private static let course: [String: String] = [
    "lessons/course.yml": """
    title: A course
    glossary:
      χ: The factor of a layer.
      cell: One word of the glossary.
    """,
    "lessons/01-start.md": """
    # A start

    Batch norm is named here. The norm of a batch, too. Ein Körper, and un élan.

    ## Clipping, and why it is the right thing to do in most of the cases

    A step with batch norm.

    | a |
    |---|
    | b |

    : With batch norm, clipping does nothing. {#tbl-clip}
    """,
    "lessons/02-batch-norm.md":
      "# Batch norm\n\nIt has no words of its own.\n\n## ReLU, dead\n\nText.",
    "lessons/03-japanese.md": "# 勾配消失の講座\n\n深い網では勾配が消える。\n",
    "lessons/04-clipping.md": "# What clipping does\n\nText.",
  ]

  @Test func findsTheLessonBeforeWhatOnlyNamesIt() throws {
    let story = try CourseStory(Self.course)
    try story.gradus("build").succeeds()
    let page = try Browser().open(story.folder.appending(path: "_site/index.html"))
    try page.evaluate("document.querySelector('.search-button').click()")
    let first = [
      "batch norm": "Batch norm", "clipping": "What clipping does", "RELU": "ReLU, dead",
      "dead relu": "ReLU, dead", "korper": "A start", "ÉLAN": "A start", "e\u{301}lan": "A start",
      "χ": "χ", "勾配": "勾配消失の講座", "消える": "勾配消失の講座", "<script>alert(1)</script>": "Nothing found.",
      "(.*)+[": "Nothing found.", "'\"\\": "Nothing found.", "": "", " ": "",
      String(repeating: "a", count: 500): "Nothing found.",
    ]
    for (question, answer) in first.sorted(by: { $0.key < $1.key }) {
      let text = String(decoding: try JSONEncoder().encode([question]), as: UTF8.self)
      let found = try page.evaluate(
        """
        new Promise(done => { let tries = 0
          const input = document.querySelector("dialog[open] input")
          const ask = () => {
            input.value = \(text)[0]
            input.dispatchEvent(new Event("input"))
            const link = document.querySelector("dialog[open] li a")
            const said = document.querySelector("dialog[open] [role=status]").textContent
            if (link || ++tries > (window.gradusSearch && document.querySelector("script[src*=search-index]") ? 10 : 100))
              done(link ? link.textContent : said)
            else setTimeout(ask, 20)
          }
          ask() })
        """)
      #expect(found as? String == answer, "\(question)")
    }
    #expect(page.complaints == [])
  }

  @Test func arrowsGoThroughWhatWasFound() throws {
    let story = try CourseStory(Self.course)
    try story.gradus("build").succeeds()
    let page = try Browser().open(story.folder.appending(path: "_site/index.html"))
    try page.evaluate(
      """
      document.querySelector(".search-button").click()
      new Promise(done => { let tries = 0
        const input = document.querySelector("dialog[open] input")
        input.value = "batch norm"
        const ask = () => document.querySelectorAll("dialog[open] li a").length > 1 || ++tries > 100
          ? done() : (input.dispatchEvent(new Event("input")), setTimeout(ask, 20))
        ask() })
      """)
    func focused() throws -> String? {
      try page.evaluate(
        "String([...document.querySelectorAll('dialog[open] li a')].indexOf(document.activeElement))"
      )
        as? String
    }
    #expect(try focused() == "-1")
    try page.press(.arrowDown)
    try page.press(.arrowDown)
    #expect(try focused() == "1")
    try page.press(.arrowUp)
    #expect(try focused() == "0")
    try page.press(.arrowUp)
    #expect(try page.evaluate("document.activeElement.type") as? String == "search")
  }
}
