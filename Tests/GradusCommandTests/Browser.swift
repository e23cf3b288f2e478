import Foundation

/// A real browser that opens pages from the disk, lets scripts measure them, and says what it saw.
final class Browser {
  static let program = URL(fileURLWithPath: "/usr/bin/chromium")
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program.path) }

  enum Theme: String, CaseIterable { case light, dark }

  private let tools: DevTools
  private let profile = FileManager.default.temporaryDirectory.appending(
    path: "browser-\(UUID().uuidString)")

  init() throws {
    tools = try DevTools(
      Browser.program,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--hide-scrollbars", "--user-data-dir=\(profile.path)",
      ])
  }

  deinit {
    tools.close()
    try? FileManager.default.removeItem(at: profile)
  }

  /// What the script returned, and what the browser complained about.
  struct Visit {
    var result: [String: Any]
    var complaints: [String]
  }

  /// Opens `page` in a browser of its own and evaluates the expression `script` in it.
  static func visit(_ page: URL, width: Int, theme: Theme, script: String) throws -> Visit {
    let page = try Browser().open(page, width: width, theme: theme)
    let result = try page.evaluate(script)
    return Visit(result: result as? [String: Any] ?? [:], complaints: page.complaints)
  }

  /// Opens a page in a window that remembers nothing and waits until it is loaded.
  ///
  /// `watching` is a script that runs before any of the page's own.
  func open(
    _ address: URL, width: Int = 1280, theme: Theme = .light, scripts: Bool = true,
    watching: String? = nil
  ) throws -> Page {
    let context = try tools.call("Target.createBrowserContext")["browserContextId"] ?? ""
    let target =
      try tools.call(
        "Target.createTarget", ["url": "about:blank", "browserContextId": context])["targetId"]
      ?? ""
    let attached = try tools.call(
      "Target.attachToTarget", ["targetId": target, "flatten": true])
    let page = Page(
      browser: self, tools: tools, context: context, session: attached["sessionId"] as? String ?? ""
    )
    for domain in ["Page", "Runtime", "Log", "Network"] { try page.call("\(domain).enable") }
    try page.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    try page.show(theme)
    if !scripts { try page.call("Emulation.setScriptExecutionDisabled", ["value": true]) }
    if let watching {
      try page.call("Page.addScriptToEvaluateOnNewDocument", ["source": watching])
    }
    let answer = try page.call("Page.navigate", ["url": address.absoluteString])
    if let error = answer["errorText"] { throw BrowserFailure("\(address.path): \(error)") }
    try tools.wait(for: "Page.loadEventFired", in: page.session)
    return page
  }

  /// An opened page.
  final class Page {
    private let browser: Browser
    private let tools: DevTools
    private let context: Any
    fileprivate let session: String

    fileprivate init(browser: Browser, tools: DevTools, context: Any, session: String) {
      self.browser = browser
      self.tools = tools
      self.context = context
      self.session = session
    }

    deinit { _ = try? tools.call("Target.disposeBrowserContext", ["browserContextId": context]) }

    /// The value of an expression, after what it promises.
    @discardableResult
    func evaluate(_ script: String) throws -> Any? {
      let answer = try call(
        "Runtime.evaluate",
        ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
      if let details = answer["exceptionDetails"] { throw BrowserFailure("\(details)") }
      return answer[dictionary: "result"]["value"]
    }

    /// Shows the page as on a screen that prefers a theme, with motion or without, or on paper.
    func show(_ theme: Theme, medium: String = "screen", hasMotion: Bool = true) throws {
      try call(
        "Emulation.setEmulatedMedia",
        [
          "media": medium,
          "features": [
            ["name": "prefers-color-scheme", "value": theme.rawValue],
            ["name": "prefers-reduced-motion", "value": hasMotion ? "no-preference" : "reduce"],
          ],
        ])
    }

    /// Shows the page to a reader who has chosen the size of letters.
    func setFontSize(_ pixels: Int) throws {
      try call("Page.setFontSizes", ["fontSizes": ["standard": pixels, "fixed": pixels]])
    }

    /// Shows the page in the few colors that its reader has chosen for everything.
    func forceColors() throws {
      try call(
        "Emulation.setEmulatedMedia", ["features": [["name": "forced-colors", "value": "active"]]])
    }

    /// Presses and releases a key, such as `ArrowRight`.
    func press(_ key: BrowserKey) throws {
      for type in ["rawKeyDown", "char", "keyUp"] where type != "char" || key.text != nil {
        try call(
          "Input.dispatchKeyEvent",
          [
            "type": type, "key": key.rawValue, "code": key.rawValue, "text": key.text ?? "",
            "windowsVirtualKeyCode": key.code,
          ])
      }
    }

    /// Presses a pointer at a place of the page, takes it to others, and lets it go.
    func drag(_ kind: BrowserPointer, through places: [(x: Double, y: Double)]) throws {
      let ends =
        kind == .mouse
        ? ("mousePressed", "mouseMoved", "mouseReleased")
        : ("touchStart", "touchMove", "touchEnd")
      for (index, place) in (places + [places[places.count - 1]]).enumerated() {
        let type = index == 0 ? ends.0 : index < places.count ? ends.1 : ends.2
        let point = ["x": place.x, "y": place.y]
        if kind == .touch {
          try call(
            "Input.dispatchTouchEvent",
            ["type": type, "touchPoints": type == ends.2 ? [] : [point]])
        } else {
          try call(
            "Input.dispatchMouseEvent",
            ["type": type, "button": "left", "buttons": 1, "clickCount": 1].merging(point) { $1 })
        }
      }
    }

    /// The bytes that the page's scripts hold.
    func heapSize() throws -> Int {
      try call("HeapProfiler.collectGarbage")
      return try call("Runtime.getHeapUsage")["usedSize"] as? Int ?? 0
    }

    /// Draws what is out of sight as well, which a page leaves for later.
    func drawEverything() throws {
      try evaluate(
        """
        document.head.appendChild(document.createElement("style")).textContent =
          ".part, .drawing > div { content-visibility: visible !important }"
        """)
    }

    /// A picture of the whole page, as PNG.
    func picture() throws -> Data {
      try drawEverything()
      return try data("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true])
    }

    /// The page on paper, as PDF.
    func paper() throws -> Data { try data("Page.printToPDF", ["preferCSSPageSize": true]) }

    /// Errors and warnings of the console, with those of resources that did not come.
    var complaints: [String] {
      messages.compactMap { event in
        let parameters = event[dictionary: "params"]
        switch event["method"] as? String {
        case "Runtime.exceptionThrown":
          return "\(parameters["exceptionDetails"] ?? "")"
        case "Runtime.consoleAPICalled": return "\(parameters["args"] ?? "")"
        case "Log.entryAdded":
          let entry = parameters[dictionary: "entry"]
          return "\(entry["text"] ?? "") \(entry["url"] ?? "")"
        default: return nil
        }
      }
    }

    /// The addresses that the page asked for.
    var requests: [String] {
      messages.filter { $0["method"] as? String == "Network.requestWillBeSent" }
        .compactMap { $0[dictionary: "params"][dictionary: "request"]["url"] as? String }
    }

    private var messages: [DevTools.Message] { tools.events.filter { $0.isOf(session) } }

    @discardableResult
    fileprivate func call(_ method: String, _ parameters: DevTools.Message = [:]) throws
      -> DevTools.Message
    { try tools.call(method, parameters, in: session) }

    private func data(_ method: String, _ parameters: DevTools.Message) throws -> Data {
      Data(base64Encoded: try call(method, parameters)["data"] as? String ?? "") ?? Data()
    }
  }
}
