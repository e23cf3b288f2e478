import Foundation
import Testing

/// What live blocks say in a course of another language.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct LiveWordsTests {
  @Test func everythingIsSaidInTheCoursesOwnWords() throws {
    let page = try StandIn.page(inItsOwnWords: true)
    let panel = try LivePanel(page, in: .chromium)
    let buttons = "[...root.querySelectorAll('.state button')].map(e => e.textContent).join()"
    #expect(
      try panel.at(3).wait(for: "state() === '‹Marks with arrows can be dragged.›'"))
    for index in 0..<3 {
      try panel.at(index).touch()
      #expect(try panel.at(index).wait(for: "state().startsWith('‹‹At ')"))
    }
    try panel.push(control: 0, to: 0)
    #expect(try panel.wait(for: "root.matches('.live') && state().includes('0.001')"))
    let setting = "Learning rate = 0.001, Unit = sigmoid, Layers = 1"
    let initial = "Learning rate = 0.1, Unit = sigmoid, Layers = 1"
    let told = [
      "‹‹At \(setting)›.›", "‹The faint marks and the checks are at Learning rate = 0.1.›",
      "‹Computed by this browser; its last digits may differ from the printed ones.›",
    ]
    let state = try panel.state()
    #expect(state.hasPrefix(told[...1].joined(separator: " ")), "\(state)")
    #expect(
      try panel.wait(
        for: "root.querySelector('[role=status]').textContent.startsWith('\(told[0]) A rate of')"))
    #expect(try panel.text(buttons) == "‹Stop›,‹Reset›")
    #expect(try panel.picture().contains("‹Figure1.1›Arateof1000millionths.See‹Figure1.3›."))
    try panel.evaluate("root.querySelector('details.data').open = true, 0")
    let data = "root.querySelector('details.data').innerText.replace(/\\s+/g, ' ')"
    #expect(try panel.wait(for: "\(data).includes('‹All values as CSV›')"))
    #expect(try panel.text(data).contains("‹The drawing as SVG›"))
    try panel.evaluate("root.querySelector('.state button:last-of-type').click(), 0")
    #expect(try panel.state() == "‹As printed, at \(initial).›")

    let training = panel.at(1)
    try training.push(control: 0, to: 1)
    #expect(try training.wait(for: "/^‹Computing …› \\d+/.test(state())"))
    #expect(try training.wait(for: "state().endsWith('\(told[2])')"))
    try training.push(control: 0, to: 3)
    #expect(try training.wait(for: "root.querySelector('.now .shown').textContent === '40 steps'"))
    #expect(try training.wait(for: "!root.querySelector('.state button').hidden"))
    try training.evaluate("root.querySelector('.state button').click(), 0")
    #expect(
      try training.state()
        == "‹Stopped.› ‹‹‹At Learning rate = 1›, after a quarter of its steps›.›")

    let end = panel.at(2)
    for (place, sentence) in [
      (1, "‹The program stopped: the rate is “too” <large>.›"),
      (
        2, "‹The program trapped: an overflow, a nil that was unwrapped, or an index out of range.›"
      ),
    ] {
      try end.push(control: 0, to: Double(place))
      let failure = "root.querySelector('figure .now .failure')?.textContent"
      #expect(try end.wait(for: "\(failure) === '\(sentence)'"), "\(sentence)")
    }
    #expect(try panel.complaints() == [])
  }
}
