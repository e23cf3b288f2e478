import Foundation
import Testing

/// Readers with large letters, narrow windows, other languages, locked browsers; and authors with odd
/// lessons.
@Suite(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct ReadingTests {
  /// How far the page scrolls sideways, and what reaches out of it, in boxes that do not scroll.
  private static let outside = """
    (() => {
      const width = document.documentElement.clientWidth
      const isCut = e => { for (let p = e.parentElement; p !== document.body; p = p.parentElement)
        if (getComputedStyle(p).overflowX !== "visible") return true }
      const out = [...document.querySelectorAll("main *, main ~ *, .bar *")].filter(e => {
        const box = e.getBoundingClientRect()
        return box.width && box.height && (box.left < -1 || box.right > width + 1)
          && getComputedStyle(e).visibility !== "hidden" && !e.closest("svg, dialog") && !isCut(e)
      })
      return [String(document.documentElement.scrollWidth - width)]
        .concat(out.slice(0, 3).map(e => e.outerHTML.slice(0, 120)))
    })()
    """

  /// At 1280 px and a zoom of 400 % a window has 320.
  @Test(arguments: [(360, 32), (320, 16), (1280, 32)])
  func nothingReachesOutOfAPage(_ width: Int, _ letters: Int) throws {
    let site = try EveryPart.site()
    let browser = try Browser()
    for name in EveryPart.pages {
      let page = try browser.open(site.appending(path: name), width: width)
      try page.setFontSize(letters)
      try page.drawEverything()
      #expect(try page.evaluate(Self.outside) as? [String] == ["0"], "\(name)")
    }
  }

  private static let odd = """
    # \(String(repeating: "A title that goes on ", count: 10))

    ## \(String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 4))

    \(String(repeating: "x", count: 200)) <https://example.org/\(String(repeating: "long/", count: 40))>
    and `\(String(repeating: "code", count: 40))`.

    | \(String(repeating: "A column | ", count: 20))
    |\(String(repeating: "---|", count: 20))
    | \(String(repeating: "some words | ", count: 20))

    - One
      - Two
        - Three
          - Four
            - Five, with words that go on until the line is full and another begins

              ```python
              print("\(String(repeating: "a long line ", count: 30))")
              ```

              $$ \(String(repeating: "x_1 + ", count: 40)) y $$

    ::: aside \(String(repeating: "Title", count: 20))
    > \(String(repeating: "quoted", count: 40))
    :::

    ::: quiz
    What?

    - [x] `\(String(repeating: "choice", count: 20))`

      \(String(repeating: "because", count: 20))
    - [ ] no

      Because.
    :::

    ![](wide.svg)

    A note.[^1]

    [^1]: <https://example.org/\(String(repeating: "a", count: 200))>
    """

  @Test(arguments: [360, 1280])
  func nothingReachesOutOfAnOddLesson(_ width: Int) throws {
    let story = try CourseStory([
      "lessons/01-odd.md": Self.odd, "lessons/02-next.md": Self.odd,
      "lessons/wide.svg": #"<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="100"/>"#,
    ])
    try story.gradus("build").succeeds()
    let browser = try Browser()
    for name in ["odd", "index", "course"] {
      let page = try browser.open(story.folder.appending(path: "_site/\(name).html"), width: width)
      try page.drawEverything()
      #expect(try page.evaluate(Self.outside) as? [String] == ["0"], "\(name)")
    }
  }

  @Test func aCheckedClaimAndARightAnswerAreGreen() throws {
    let page = try Browser().open(try EveryPart.site().appending(path: "everything.html"))
    let colors = try page.evaluate(
      """
      [".claims .mark", ".verdict.right", ".alert > .title"].map(name =>
        getComputedStyle(document.querySelector(`.part ${name}`)).color
          === getComputedStyle(document.querySelector(".part p")).color)
      """)
    #expect(colors as? [Bool] == [false, false, false])
  }

  @Test func theListOfLessonsFollowsALongLesson() throws {
    let story = try CourseStory([
      "lessons/01-a.md": "# A\n\n" + (1...60).map { "## Part \($0)\n\nText.\n\n" }.joined()
    ])
    try story.gradus("build").succeeds()
    let page = try Browser().open(story.folder.appending(path: "_site/a.html"), width: 1500)
    let seen = try page.evaluate(
      """
      new Promise(done => {
        document.getElementById("part-50").scrollIntoView()
        const list = document.getElementById("page.lessons")
        let tries = 0
        const look = () => {
          const link = document.querySelector(".lessons [aria-current=location]")
          const box = link && link.getBoundingClientRect()
          if (box && box.top > 0 && box.bottom < innerHeight && list.scrollTop > 0) done(link.textContent)
          else if (++tries > 100) done(`${link && link.textContent} ${list.scrollTop}`)
          else setTimeout(look, 50)
        }
        look()
      })
      """)
    #expect((seen as? String)?.hasPrefix("Part 5") == true, "\(seen ?? "")")
  }

  @Test(arguments: [360, 1280])
  func aPageFromRightToLeftIsMirroredAndItsCodeIsNot(_ width: Int) throws {
    let story = try CourseStory([
      "lessons/course.yml": "title: دورة\nlanguage: ar\n",
      "lessons/01-a.md": """
      # درس

      نص مع `let x = 1` وصيغة $w = 2$.

      > اقتباس

      ```python
      x = 1
      ```

      | عمود | آخر |
      |---|---:|
      | نص | 1.5 |

      ::: aside ملاحظة
      نص.
      :::
      """, "lessons/02-b.md": "# ب\n\nنص.\n",
    ])
    try story.gradus("build").succeeds()
    let page = try Browser().open(story.folder.appending(path: "_site/a.html"), width: width)
    try page.drawEverything()
    #expect(try page.evaluate(Self.outside) as? [String] == ["0"])
    let result = try page.evaluate(
      """
      (() => {
        const style = name => getComputedStyle(document.querySelector(name))
        const box = name => document.querySelector(name).getBoundingClientRect()
        return [
          document.documentElement.dir, style("h1").direction, style("pre").direction,
          style("p code").direction, style(".katex").direction, style("blockquote").borderRightWidth,
          String(box(".search-button").left < innerWidth / 2),
          String(box("tr :last-child").left < box("tr :first-child").left),
        ]
      })()
      """)
    #expect(
      result as? [String] == ["rtl", "rtl", "ltr", "ltr", "ltr", "3px", "true", "true"])
    try page.press(.arrowLeft)
    #expect(
      try page.evaluate(
        """
        new Promise(done => { let tries = 0
          const look = () => location.pathname.endsWith("/b.html") || ++tries > 100
            ? done(location.pathname.split("/").pop()) : setTimeout(look, 50)
          look() })
        """) as? String == "b.html")
  }

  /// A browser may forbid pages from the disk, or all pages, to remember anything.
  @Test(arguments: [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    "for (const name of ['getItem', 'setItem']) Storage.prototype[name] = () => { throw new Error(name) }",
  ])
  func everythingWorksWhereNothingCanBeKept(_ lock: String) throws {
    let page = try Browser().open(
      try EveryPart.site().appending(path: "everything.html"), watching: lock)
    let done = try page.evaluate(
      """
      (() => {
        document.getElementById("page.theme").click()
        document.querySelector(".choices input").click()
        document.querySelector(".reveal summary").click()
        document.querySelector(".quiz summary").click()
        document.querySelector(".keys-button").click()
        document.querySelector("[id='page.keys'] input").click()
        scrollTo(0, document.body.scrollHeight)
        return [document.documentElement.dataset.theme, String(document.querySelector(".reveal").open)]
      })()
      """)
    #expect(done as? [String] == ["dark", "true"])
    #expect(page.complaints == [])
  }
}
