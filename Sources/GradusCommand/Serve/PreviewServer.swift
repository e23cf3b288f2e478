import FlyingFox
import Foundation

/// Answers requests of this machine's own browsers, and of nobody else.
struct PreviewServer {
  private let server: HTTPServer

  init(_ preview: Preview, port: UInt16) throws {
    let handler = ClosureHTTPHandler { request in await Self.answer(request, from: preview) }
    // An address of the loopback interface only: other machines cannot connect.
    // A program for browsers is waited for, the first one until the engine is compiled as well.
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 3600, logger: .disabled,
      handler: handler)
  }

  /// Serves until it fails; calls `listening` with the port once it can be reached.
  func run(_ listening: @escaping @Sendable (UInt16) -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      try await server.waitUntilListening()
      if case .ip4(_, let port) = await server.listeningAddress { listening(port) }
      try await group.next()
    }
  }

  static func answer(_ request: HTTPRequest, from preview: Preview) async -> HTTPResponse {
    // A page of another site may send its readers here under a name of its own.
    let host = request.headers[.host]?.split(separator: ":").first ?? ""
    guard ["localhost", "127.0.0.1"].contains(host) else {
      return HTTPResponse(statusCode: .forbidden)
    }
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    if request.path == "/-/version" {
      return await version(after: request.query.first { $0.name == "after" }?.value, of: preview)
    }
    let path = request.path.removingPercentEncoding ?? request.path
    // A page asks for its live blocks' program when it needs it, and works without until then.
    while preview.isAwaited(path), !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(10))
    }
    guard let bytes = preview.bytes(at: path) else {
      return HTTPResponse(
        statusCode: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
        body: Data("There is no \(path) in this course.\n".utf8))
    }
    return HTTPResponse(
      statusCode: .ok,
      headers: [
        .contentType: contentType(of: path), HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: bytes)
  }

  /// The number of the last build, as soon as it differs from the one that the page knows, or after
  /// half a minute.
  private static func version(after known: String?, of preview: Preview) async -> HTTPResponse {
    for _ in 0..<6000 where "\(preview.version)" == known {
      try? await Task.sleep(for: .milliseconds(5))
    }
    return HTTPResponse(
      statusCode: .ok, headers: [HTTPHeader("Cache-Control"): "no-store"],
      body: Data("\(preview.version)".utf8))
  }

  private static func contentType(of path: String) -> String {
    switch path.split(separator: ".").last.map(String.init) {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "woff2": "font/woff2"
    case "xml": "application/xml"
    case "txt", "csv": "text/plain; charset=utf-8"
    case "html", "/": "text/html; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
