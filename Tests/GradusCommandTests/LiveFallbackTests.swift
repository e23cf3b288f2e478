import Foundation
import Testing

/// A page with live blocks where they cannot run is the page as it was without.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct LiveFallbackTests {
  /// Neither a range nor a mark's handle.
  static let showsNothingThatCannotMove = """
    !root.querySelector('.span').checkVisibility() && !root.querySelector('.state')
      && getComputedStyle(root.querySelector('.chart-handles')).visibility === 'hidden'
    """

  @Test func withoutWhatItNeedsThePageIsAsItWas() throws {
    for missing in ["WebAssembly", "Worker"] {
      let panel = try LivePanel(
        StandIn.page(), in: .chromium, watching: "delete window.\(missing)")
      try panel.evaluate("groups[0].querySelector('input').click(), 0")
      #expect(try panel.isTrue("!root.querySelector('[type=range], .state')"))
      #expect(try panel.at(3).isTrue(Self.showsNothingThatCannotMove))
      #expect(try panel.isTrue("location.hash === '#fig-probe=0,0,1'"))
      #expect(try panel.complaints() == [])
    }
  }

  @Test func aBrowserWithoutItsInstructionsSaysNothing() throws {
    let panel = try LivePanel(
      StandIn.page(), in: .chromium,
      watching: "WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('old'))")
    try panel.evaluate("groups[0].dispatchEvent(new Event('pointerdown', { bubbles: true })), 0")
    #expect(try panel.wait(for: "document.querySelector('script[src^=\"live/\"]')"))
    #expect(
      try panel.isTrue(
        "new Promise(done => setTimeout(done, 500, !root.querySelector('[type=range], .state')))"))
    #expect(try panel.complaints() == [])
  }

  @Test func withoutScriptsThePageIsComplete() throws {
    let words = """
      document.querySelector('main').textContent.replaceAll('Copy', '')
        .replace('Marks with arrows can be dragged.', '')
      """
    let with = try LivePanel(StandIn.page(), in: .chromium)
    let without = try LivePanel(StandIn.page(), in: .chromium, scripts: false)
    #expect(try without.text(words) == with.text(words))
    #expect(
      try without.isTrue(
        "[...root.querySelectorAll('.controls input')].every(input => input.checkVisibility())"))
    #expect(try without.at(3).isTrue(Self.showsNothingThatCannotMove))
  }
}
