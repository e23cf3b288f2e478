import Foundation

/// Chromium's DevTools protocol over a pipe: no port, no socket, messages that end with a zero byte.
final class DevTools {
  typealias Message = [String: Any]

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received: [UInt8] = []
  private var last = 0
  private(set) var events: [Message] = []

  /// Starts a browser that reads the protocol from its file 3 and writes it to its file 4.
  init(_ program: URL, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, program.path]
      + arguments + ["--remote-debugging-pipe"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// Ends the browser and waits until it has.
  func close() {
    _ = try? call("Browser.close")
    process.waitUntilExit()
  }

  /// Calls a method and returns what it answers; events that come before are kept.
  @discardableResult
  func call(_ method: String, _ parameters: Message = [:], in session: String? = nil) throws
    -> Message
  {
    last += 1
    var message: Message = ["id": last, "method": method, "params": parameters]
    message["sessionId"] = session
    let data = try JSONSerialization.data(withJSONObject: message)
    try input.fileHandleForWriting.write(contentsOf: data + [0])
    while true {
      let answer = try read()
      guard answer["id"] as? Int == last else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw BrowserFailure("\(method): \(error)") }
      return answer["result"] as? Message ?? [:]
    }
  }

  /// Reads on until an event of a name has come.
  func wait(for name: String, in session: String) throws {
    while !events.contains(where: { $0["method"] as? String == name && $0.isOf(session) }) {
      events.append(try read())
    }
  }

  private func read() throws -> Message {
    let handle = output.fileHandleForReading
    var from = 0
    while true {
      if let end = received[from...].firstIndex(of: 0) {
        let message = try JSONSerialization.jsonObject(with: Data(received[..<end]))
        received.removeFirst(end + 1)
        return message as? Message ?? [:]
      }
      from = received.count
      var ready = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 120_000) > 0 else {
        process.terminate()
        throw BrowserFailure("The browser said nothing for two minutes.")
      }
      let chunk = handle.availableData
      if chunk.isEmpty { throw BrowserFailure("The browser has ended.") }
      received += chunk
    }
  }
}

struct BrowserFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension [String: Any] {
  /// Whether a message belongs to a session.
  func isOf(_ session: String) -> Bool { self["sessionId"] as? String == session }

  subscript(dictionary key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
}
