import Foundation
import Testing

/// Ranges of live blocks and marks that a reader drags, which only a program can move.
@Suite(.serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"))
struct LiveRangeTests {
  @Test(arguments: LiveBrowser.installed, BrowserPointer.allCases)
  func aDraggedMarkTakesItsControlsAlong(_ browser: LiveBrowser, _ pointer: BrowserPointer) throws {
    let panel = try LivePanel(StandIn.page(), in: browser).at(3)
    #expect(try panel.isTrue("root.querySelector('.span').checkVisibility()"))
    #expect(try panel.state() == "Marks with arrows can be dragged.")
    let pointY = "root.querySelector('.now .wide .chart-handle').getAttribute('transform')"

    // It begins with the printed mark. The axis of x is reversed, ten pixels to a unit; that of the
    // rate logarithmic, twenty pixels to a factor of ten.
    try panel.drag("x", by: (x: 30, y: -20), with: pointer)
    #expect(try panel.wait(for: "shows('x = −1, Learning rate = 1')"))
    #expect(try panel.text("groups[0].querySelector('input').value") == "-1")
    #expect(try panel.text(pointY) == "translate(90 30)")
    #expect(try panel.wait(for: "location.hash === '#fig-point=-1,3'"))

    // It goes on with what a run has drawn, in the slider's steps, and no further than its end.
    try panel.drag("x", by: (x: -44.6, y: 0), with: pointer)
    #expect(try panel.wait(for: "shows('x = 3.5, Learning rate = 1')"))
    try panel.drag("x", by: (x: 100, y: 50), with: pointer)
    #expect(try panel.wait(for: "words().startsWith('x = −4, ')"))
    #expect(try panel.isTrue("scrollX === 0"))
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func aRangeIsMovedByTheKeyboardAndReset(_ browser: LiveBrowser) throws {
    let address = try StandIn.page()
    let link = try #require(URL(string: address.absoluteString + "#fig-point=3,2"))
    let panel = try LivePanel(link, in: browser).at(3)
    #expect(try panel.wait(for: "shows('x = 3, Learning rate = 0.1')"))
    try panel.evaluate("groups[0].querySelector('input').focus(), 0")
    try panel.press(.arrowRight)
    #expect(try panel.wait(for: "shows('x = 3.1, Learning rate = 0.1')"))
    #expect(try panel.text("document.activeElement.ariaValueText") == "3.1")
    try panel.evaluate("root.querySelector('.state button:last-of-type').click(), 0")
    #expect(try panel.state() == "As printed, at x = 2, Learning rate = 0.1.")
    #expect(try panel.text("groups[0].querySelector('output').value") == "2")
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func aRangeStaysWhereItWasMovedWhileItsProgramCame(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser).at(3)
    try panel.evaluate(
      """
      (() => {
        const range = groups[0].querySelector("input")
        range.dispatchEvent(new Event("pointerdown", { bubbles: true }))
        range.value = 5
        range.dispatchEvent(new Event("pointerup", { bubbles: true }))
      })(), 0
      """)
    #expect(try panel.wait(for: "shows('x = 5, Learning rate = 0.1')"))
    #expect(try panel.complaints() == [])
  }
}
