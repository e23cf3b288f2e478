import Foundation

/// Firefox, through the Marionette protocol that it speaks on a socket of its own.
final class Firefox {
  static let program = URL(fileURLWithPath: "/usr/bin/firefox-esr")
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program.path) }

  private let process = Process()
  private let profile = FileManager.default.temporaryDirectory.appending(
    path: "firefox-\(UUID().uuidString)")
  private var stream: FileHandle!
  private var last = 0

  init() throws {
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    let settings = """
      user_pref("marionette.port", 0);
      user_pref("browser.shell.checkDefaultBrowser", false);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
      """
    try Data(settings.utf8).write(to: profile.appending(path: "user.js"))
    process.executableURL = Firefox.program
    process.arguments = [
      "--headless", "--marionette", "--remote-allow-system-access", "--no-remote",
      "--profile", profile.path, "about:blank",
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = profile.path
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    stream = try connect(to: port())
    _ = try read()
    // A busy machine takes its time; what hangs is ended by the socket's patience.
    try call(
      "WebDriver:NewSession",
      ["capabilities": ["alwaysMatch": ["timeouts": ["script": 300_000]]]])
  }

  deinit {
    _ = try? call("Marionette:Quit", ["flags": ["eForceQuit"]])
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: profile)
  }

  /// Opens `page` in a frame of a width, for windows have a least one, and waits until it is loaded.
  ///
  /// The frame comes when the page around it has been laid out: Firefox warns of a layout that a
  /// page asks for earlier, which is then the test's own doing.
  func open(_ page: URL, width: Int) throws {
    let wrapper = profile.appending(path: "frame.html")
    try Data(
      """
      <!doctype html><meta charset="utf-8"><title>frame</title>
      <iframe style="width:\(width)px;height:900px;border:0"></iframe>
      """.utf8
    ).write(to: wrapper)
    try inBrowser("Services.console.reset()")
    try call("WebDriver:Navigate", ["url": wrapper.absoluteString])
    try run(
      """
      const frame = document.querySelector("iframe")
      return new Promise(done => {
        frame.onload = () => done()
        frame.src = "\(page.absoluteString)"
      })
      """)
    try call("WebDriver:SwitchToFrame", ["id": 0])
  }

  /// The value that the body of a function returns in the page.
  @discardableResult
  func run(_ script: String) throws -> Any? {
    try call("WebDriver:ExecuteScript", ["script": script, "args": [Any]()])["value"]
  }

  /// Presses and releases a key, such as `ArrowRight`.
  func press(_ key: BrowserKey) throws {
    let actions = ["keyDown", "keyUp"].map { ["type": $0, "value": key.unicode] }
    try call(
      "WebDriver:PerformActions",
      ["actions": [["type": "key", "id": "keys", "actions": actions]]])
  }

  /// Presses a pointer at a place of the page, takes it to others, and lets it go.
  func drag(_ kind: BrowserPointer, through places: [(x: Double, y: Double)]) throws {
    let moves = places.map { place -> [String: Any] in
      ["type": "pointerMove", "x": Int(place.x), "y": Int(place.y), "duration": 0]
    }
    let button = ["pointerDown", "pointerUp"].map { ["type": $0, "button": 0] as [String: Any] }
    try call(
      "WebDriver:PerformActions",
      [
        "actions": [
          [
            "type": "pointer", "id": kind.rawValue, "parameters": ["pointerType": kind.rawValue],
            "actions": [moves[0], button[0]] + moves.dropFirst() + [button[1]],
          ]
        ]
      ])
  }

  /// The errors and warnings of pages on the disk.
  func complaints() throws -> [String] {
    try inBrowser(
      """
      return Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError
        && (m.sourceName || "").startsWith("file:")).map(m => m.errorMessage + " " + m.sourceName)
      """) as? [String] ?? ["nothing was said"]
  }

  @discardableResult
  private func inBrowser(_ script: String) throws -> Any? {
    try call("Marionette:SetContext", ["value": "chrome"])
    defer { _ = try? call("Marionette:SetContext", ["value": "content"]) }
    return try run(script)
  }

  /// A message is its length, a colon and `[0, id, command, parameters]`; an answer begins with 1.
  @discardableResult
  private func call(_ command: String, _ parameters: [String: Any]) throws -> [String: Any] {
    last += 1
    let data = try JSONSerialization.data(
      withJSONObject: [0, last, command, parameters] as [Any])
    try stream.write(contentsOf: Data("\(data.count):".utf8) + data)
    guard let answer = try read() as? [Any], answer.count == 4 else {
      throw BrowserFailure("Firefox did not answer \(command).")
    }
    if let error = answer[2] as? [String: Any] {
      throw BrowserFailure("\(command): \(error["message"] ?? "")")
    }
    return answer[3] as? [String: Any] ?? [:]
  }

  private func read() throws -> Any {
    var length = 0
    while let byte = receive(1).first, byte != UInt8(ascii: ":") {
      length = 10 * length + Int(byte) - 48
    }
    var data = Data()
    while data.count < length {
      let more = receive(length - data.count)
      if more.isEmpty { break }
      data += more
    }
    guard data.count == length, length > 0 else { throw BrowserFailure("Firefox has ended.") }
    return try JSONSerialization.jsonObject(with: data)
  }

  /// At most so many bytes, or none where the stream has ended; a signal does not end it.
  private func receive(_ count: Int) -> Data {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let received = Glibc.read(stream.fileDescriptor, &bytes, count)
      if received < 0, errno == EINTR { continue }
      return Data(bytes.prefix(max(received, 0)))
    }
  }

  /// The port, which Firefox writes into its profile once it listens.
  private func port() throws -> UInt16 {
    for _ in 0..<1200 {
      let file = profile.appending(path: "MarionetteActivePort")
      if let text = try? String(contentsOf: file, encoding: .utf8), let port = UInt16(text) {
        return port
      }
      usleep(50_000)
    }
    throw BrowserFailure("Firefox did not begin to listen within a minute.")
  }

  private func connect(to port: UInt16) throws -> FileHandle {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw BrowserFailure("Firefox's port \(port) cannot be reached.") }
    return FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }
}
