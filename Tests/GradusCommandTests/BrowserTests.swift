import Foundation
import Testing

/// A course with everything that a page can hold.
private func builtCourse() throws -> CourseStory {
  let story = try CourseStory([
    "lessons/01-everything.md": #"""
    # Everything on one page

    A footnote,[^1] a formula $\delta^{(l)} = \left(W^{(l+1)}\right)^\top \delta^{(l+1)}$ and

    $$\frac{\partial L}{\partial h_0} = \frac{\partial L}{\partial h_T} \prod_{t=1}^{T} \operatorname{diag}\left(\varphi'(z_t)\right) W_h + \text{a rest that makes the line too long for a phone}$$

    ## Measured {#sec-measured}

    ```swift
    //| label: fig-lines
    let rates = [0.1, 0.5, 0.9]
    show("Each rate has a line of its own.") {
        Chart {
            for rate in rates {
                for step in 0..<50 {
                    LineMark(x: .value("Step", step), y: .value("Loss", 1 / (1 + rate * Double(step))))
                        .foregroundStyle(by: .value("Rate", "rate \(rate)"))
                }
            }
        }
        .chartYScale(type: .log)
    }
    show("A table can be wide.") {
        Table(rates) {
            TableColumn("A rather long title for a column") { $0 }
            TableColumn("Another title that is long") { $0 * 2 }
            TableColumn("And a third one, longer than the others") { "value \($0)" }
        }
    }
    print("a line that was printed and is long enough to be wider than a telephone's screen is")
    expect(rates[0], in: 0...1, "A rate is small")
    let aVeryLongLine = "code that is wider than the screen of a telephone, which must not scroll the page"
    ```

    @fig-lines shows `{swift} rates[0]`.

    ::: lecture {verdict="imprecise"}
    Rates are small.
    :::

    > [!WARNING]
    > Take care.

    | A column | Another column | A third column | A fourth column that is long |
    |---|---|---|---|
    | a | b | c | d |

    [^1]: At the end.
    """#,
    "lessons/02-next.md": "# The next lesson\n\nWords.\n",
  ])
  try story.gradus("build").succeeds()
  return story
}

@Suite(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct BrowserTests {
  @Test(arguments: [(360, "narrow"), (1280, "wide")], Browser.Theme.allCases)
  func aPageFitsItsScreen(_ screen: (width: Int, layout: String), _ theme: Browser.Theme) throws {
    let story = try builtCourse()
    for page in ["everything.html", "index.html"] {
      let visit = try Browser.visit(
        story.folder.appending(path: "_site/\(page)"), width: screen.width, theme: theme,
        script: """
          (() => {
            const visible = e => e.getClientRects().length > 0
            const charts = [...document.querySelectorAll("figure svg")].filter(visible)
            const sizes = charts.flatMap(svg => [...svg.querySelectorAll("text")].map(text =>
              parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width
                / svg.viewBox.baseVal.width))
            return {
              overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
              charts: charts.length,
              layouts: charts.map(svg => svg.parentElement.className).join(),
              smallest: sizes.length ? Math.min(...sizes) : 12,
              background: getComputedStyle(document.body).backgroundColor,
              requests: performance.getEntriesByType("resource").map(r => r.name),
            }
          })()
          """)
      let result = visit.result
      #expect(result["overflow"] as? Int == 0, "\(page) scrolls sideways")
      #expect(visit.complaints == [])
      let requests = result["requests"] as? [String] ?? []
      #expect(requests.allSatisfy { $0.hasPrefix("file:") }, "\(requests)")
      let background = try #require(result["background"] as? String)
      let brightness = background.matches(of: /\d+/).prefix(3).compactMap { Int($0.output) }.reduce(
        0, +)
      #expect((brightness > 384) == (theme == .light), "\(background)")
      guard page == "everything.html" else { continue }
      #expect(result["charts"] as? Int == 1)
      #expect(result["layouts"] as? String == screen.layout)
      #expect(try #require(result["smallest"] as? Double) >= 10)
    }
  }

  @Test func noTextLeavesItsChartOrLiesOnAnother() throws {
    let story = try builtCourse()
    for width in [360, 1280] {
      let visit = try Browser.visit(
        story.folder.appending(path: "_site/everything.html"), width: width, theme: .light,
        script: """
          (() => {
            const svg = [...document.querySelectorAll("figure svg")]
              .find(e => e.getClientRects().length > 0)
            const frame = svg.getBoundingClientRect()
            const boxes = [...svg.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()])
            const outside = boxes.filter(([, b]) =>
              b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1)
            const overlapping = boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
              .filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 2 && q.top < p.bottom - 2)
              .map(([b]) => a + " / " + b))
            return { texts: boxes.length, outside: outside.map(([t]) => t).join(), overlapping: overlapping.join() }
          })()
          """)
      #expect(try #require(visit.result["texts"] as? Int) > 5)
      #expect(visit.result["outside"] as? String == "")
      #expect(visit.result["overlapping"] as? String == "")
    }
  }

  /// The script of the page only takes a choice from its address; what is seen, the style sheet says.
  @Test func aControlChangesWhatIsSeenAndNothingMoves() throws {
    let story = try CourseStory([
      "lessons/01-a.md": """
      # A

      ```swift
      let rate = Slider("Rate", values: [1, 2, 3])
      let unit = Picker("Unit", ["a", "b"])
      show("\\(rate.value)\\(unit.value)")
      show(String(repeating: "line\\n", count: rate.value))
      ```

      Below.
      """
    ])
    try story.gradus("build").succeeds()
    let visit = try Browser.visit(
      story.folder.appending(path: "_site/a.html"), width: 500, theme: .light,
      script: """
        (() => {
          const seen = () => [...document.querySelectorAll(".shown")]
            .filter(e => getComputedStyle(e).visibility === "visible").map(e => e.textContent.trim()).join()
          const bottom = () => document.querySelector(".experiment").getBoundingClientRect().height
          const seenAtFirst = seen(), height = bottom()
          document.querySelector(".a2").click()
          const seenThen = seen()
          document.querySelector(".b1").click()
          return {
            first: seenAtFirst, then: seenThen, last: seen(), moved: bottom() - height,
            hash: location.hash, name: document.querySelector("fieldset legend").textContent,
          }
        })()
        """)
    #expect(visit.complaints == [])
    #expect(visit.result["first"] as? String == "1a,line")
    #expect(visit.result["then"] as? String == "3a,line\nline\nline")
    #expect(visit.result["last"] as? String == "3b,line\nline\nline")
    #expect(visit.result["moved"] as? Double == 0)
    #expect(visit.result["hash"] as? String == "#sweep.1=2,1")
    #expect(visit.result["name"] as? String == "Rate")
  }
}
