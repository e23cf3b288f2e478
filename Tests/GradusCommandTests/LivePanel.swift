import Foundation

/// A browser that live blocks have to run in.
enum LiveBrowser: String, CaseIterable {
  case chromium, firefox

  static var installed: [LiveBrowser] { allCases.filter(\.isInstalled) }

  private var isInstalled: Bool {
    self == .chromium ? Browser.isInstalled : Firefox.isInstalled
  }
}

/// A page with live blocks, opened in a browser, and one of these blocks.
///
///     let panel = try LivePanel(page, in: .firefox)
///     try panel.start()
///     try panel.move(control: 0, to: 2.5)
///     try panel.picture()   // == "<svg …"
struct LivePanel {
  private enum Page {
    case chromium(Browser.Page)
    case firefox(Firefox)
  }

  private let page: Page
  /// Which of the page's live blocks it is.
  var index = 0

  init(
    _ address: URL, in browser: LiveBrowser, width: Int = 1000, theme: Browser.Theme = .light,
    scripts: Bool = true, watching: String? = nil
  ) throws {
    switch browser {
    case .chromium:
      page = .chromium(
        try Browser().open(
          address, width: width, theme: theme, scripts: scripts, watching: watching))
    case .firefox:
      let firefox = try Firefox()
      try firefox.open(address, width: width)
      page = .firefox(firefox)
    }
  }

  /// Another live block of the page.
  func at(_ index: Int) -> LivePanel {
    var other = self
    other.index = index
    return other
  }

  /// The page, where it is Chromium's.
  var chromium: Browser.Page? { if case .chromium(let page) = page { page } else { nil } }

  /// The value of an expression, in which `root` is the block, after what it promises.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let script = """
      (() => {
        const root = document.querySelectorAll("[data-live]")[\(index)]
        const groups = [...root.querySelectorAll(".controls fieldset")]
        const state = () => root.querySelector(".state span")?.textContent ?? ""
        const isAsPrinted = group => group.matches(".span") && Number(group.querySelector("input").value) === Number(group.querySelector("input").defaultValue)
        const words = () => groups.filter(group => !isAsPrinted(group)).map(group => group.dataset.name + " = " + (group.querySelector("output")?.value
          ?? group.querySelector(":checked + span").textContent)).join(", ")
        const shows = words => (state() + " ").startsWith(words ? `At ${words}. ` : "As printed. ")
        const until = condition => new Promise(done => {
          let tries = 0
          const ask = () => condition() ? done(true) : ++tries > 1200 ? done(false) : setTimeout(ask, 20)
          ask()
        })
        return \(expression)
      })()
      """
    switch page {
    case .chromium(let page): return try page.evaluate(script)
    case .firefox(let firefox): return try firefox.run("return \(script)")
    }
  }

  func text(_ expression: String) throws -> String {
    try evaluate(expression) as? String ?? "no text"
  }

  func isTrue(_ condition: String) throws -> Bool { try evaluate(condition) as? Bool ?? false }

  /// Waits until a condition holds; whether it did.
  func wait(for condition: String) throws -> Bool { try isTrue("until(() => \(condition))") }

  func touch() throws {
    try evaluate(
      """
      ["down", "up"].forEach(name => groups[0].dispatchEvent(new Event("pointer" + name, { bubbles: true }))), 0
      """)
  }

  /// Touches the controls and waits until the program has taken them over.
  func start() throws {
    try touch()
    guard try wait(for: "/^(At |As printed\\.)/.test(state())") else {
      throw BrowserFailure("The live block \(index) did not start: \(try complaints())")
    }
  }

  /// Moves a control without waiting: a slider to a place, on which the listed values are whole
  /// numbers, or a picker to one of its names; a range goes to a number.
  func push(control: Int, to place: Double, isListed: Bool = false) throws {
    try evaluate(
      """
      (() => {
        const range = groups[\(control)].querySelector("[type=range]")
        // The only value that is listed of a range is its initial one.
        if (groups[\(control)].matches(".span") && \(isListed)) return
        if (!range) return groups[\(control)].querySelectorAll("input")[\(Int(place))].click()
        range.value = \(place)
        range.dispatchEvent(new Event("input", { bubbles: true }))
        range.dispatchEvent(new Event("change", { bubbles: true }))
      })(), 0
      """)
  }

  /// Moves a control and waits until what its setting gives is shown.
  func move(control: Int, to place: Double) throws {
    try push(control: control, to: place)
    guard try wait(for: "shows(words())") else {
      throw BrowserFailure("The live block \(index) stays at: \(try state())")
    }
  }

  /// Moves a control to another value than it has: a range by a fifth of its way.
  func moveAnywhere(_ control: Int) throws {
    let place = try evaluate(
      """
      (() => {
        const inputs = [...groups[\(control)].querySelectorAll("input")], { min, max, value } = inputs[0]
        return inputs.length > 1 ? (inputs.findIndex(input => input.checked) + 1) % inputs.length
          : Number(value) + (max - min) / (value - min < (max - min) / 2 ? 5 : -5)
      })()
      """)
    try move(control: control, to: place as? Double ?? 0)
  }

  /// Moves all controls to listed values.
  func move(to choice: [Int]) throws {
    for (control, value) in choice.enumerated() {
      try push(control: control, to: Double(value), isListed: true)
    }
    guard try wait(for: "shows(words())") else {
      throw BrowserFailure("The live block \(index) stays at: \(try state())")
    }
  }

  /// The line that says what is shown.
  func state() throws -> String { try text("state()") }

  /// What the program's last run put on the page: its drawings, and the words of the rest.
  func picture() throws -> String { try picture(".position.now") }

  /// What stands ready-made on the page for listed values, in the same form.
  func printed(at choice: [Int]) throws -> String {
    let classes = zip("abcdefghijklmnopqrstuvwxyz", choice).map { ".\($0)\($1)" }.joined()
    return try picture(".position\(classes)")
  }

  /// What stands ready-made on the page for the initial values.
  func printed() throws -> String { try picture(".position.initial") }

  /// Ids in drawings are the block's and the position's own, so they are left out.
  private func picture(_ panels: String) throws -> String {
    try text(
      """
      [...root.querySelectorAll('\(panels)')].filter(panel => !panel.closest(".data")).map(panel =>
        [...panel.querySelectorAll(".drawing svg.chart")].map(svg => svg.outerHTML).join("\\n").replace(/(id="|aria-describedby="|url\\(#)c[0-9a-z]+-\\d+(live|p[-\\d]*\\d)?/g, "$1")
          || panel.textContent.replace(/\\s+/g, "")).join("\\n")
      """)
  }

  func press(_ keys: BrowserKey...) throws {
    for key in keys {
      switch page {
      case .chromium(let page): try page.press(key)
      case .firefox(let firefox): try firefox.press(key)
      }
    }
  }

  /// Drags the mark whose handle names a control, by pixels of its drawing, in a few moves.
  func drag(_ name: String, by distance: (x: Double, y: Double), with kind: BrowserPointer) throws {
    let place = try evaluate(
      """
      (async () => {
        const handle = [...root.querySelectorAll(".chart-handle")].findLast(handle =>
          [handle.dataset.x, handle.dataset.y].includes("\(name)") && handle.checkVisibility({ visibilityProperty: true }))
        // Parts of the page that come into sight are laid out then, and move it.
        let last, { y } = handle.getBoundingClientRect()
        while (y !== last) {
          scrollBy({ top: y - 300, behavior: "instant" })
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
          last = y
          y = handle.getBoundingClientRect().y
        }
        const at = new DOMPoint(0, 0).matrixTransform(handle.getScreenCTM())
        return [Math.round(at.x), Math.round(at.y), handle.getScreenCTM().a]
      })()
      """)
    guard let place = place as? [Double] else { throw BrowserFailure("No mark moves \(name).") }
    let places = [0, 0.3, 0.7, 1].map {
      (x: place[0] + $0 * place[2] * distance.x, y: place[1] + $0 * place[2] * distance.y)
    }
    switch page {
    case .chromium(let page): try page.drag(kind, through: places)
    case .firefox(let firefox): try firefox.drag(kind, through: places)
    }
  }

  /// Errors and warnings of the console.
  func complaints() throws -> [String] {
    switch page {
    case .chromium(let page): page.complaints
    case .firefox(let firefox): try firefox.complaints()
    }
  }
}
