import Lessons

/// One thing the Swift compiler said.
package struct CompilerMessage: Equatable {
  package enum Kind: String { case error, warning, note, remark }

  var kind: Kind
  /// The file as `#sourceLocation` gave it; nil where the message belongs to no line.
  var path: String?
  var position: Position?
  var text: String

  var isError: Bool { kind == .error }

  init(kind: Kind, path: String?, position: Position?, text: String) {
    self.kind = kind
    self.path = path
    self.position = position
    self.text = text
  }

  /// The compiler's own end, which belongs to no line.
  static let crash = CompilerMessage(error: "The Swift compiler crashed while it read this block")

  /// What the compiler says where it knows no reason.
  static let inexplicable = "The compiler cannot say what is wrong with this expression"

  init(error text: String) { self.init(kind: .error, path: nil, position: nil, text: text) }

  /// Reads `path:line:column: kind: text` lines; source lines and carets between them are left out.
  package static func parse(_ output: String) -> [CompilerMessage] {
    output.split(separator: "\n").compactMap { line in
      guard
        let match = line.wholeMatch(
          of: /(.+?):(\d+):(\d+): (error|warning|note|remark): (.*)/),
        let kind = Kind(rawValue: String(match.4)), let row = Int(match.2),
        let column = Int(match.3)
      else {
        let match = line.wholeMatch(of: /(?:<unknown>:0: )?(error|warning): (.*)/)
        return match.flatMap { match in
          Kind(rawValue: String(match.1)).map {
            CompilerMessage(kind: $0, path: nil, position: nil, text: String(match.2))
          }
        }
      }
      return CompilerMessage(
        kind: kind, path: String(match.1), position: Position(line: row, column: column),
        // The name of the message's group, such as "[#ActorIsolatedCall]", leads to no page here.
        text: match.5.hasPrefix("failed to produce diagnostic")
          ? inexplicable : String(match.5).replacing(#/ \[#[\w-]+\]$/#, with: ""))
    }
  }
}
