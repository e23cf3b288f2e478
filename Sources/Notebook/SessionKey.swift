import Foundation
import Lessons

/// Everything a session's result depends on, as a text: the identity of a stored result.
///
/// Prose, positions, captions of other blocks, dates and folder names are not in it.
package struct SessionKey: Equatable, Sendable {
  /// Parts with a name, in a fixed order; a miss is explained by the first that differs.
  package private(set) var parts: [(name: String, content: String)] = []

  private static let compiler = "the Swift compiler"

  /// The compiler that a key's text names.
  static func compiler(in text: String) -> String? {
    guard let match = text.firstMatch(of: /\nthe Swift compiler: (\d+)\n/) else { return nil }
    return Int(match.1).flatMap { String(text[match.range.upperBound...].utf8.prefix($0)) }
  }

  package static func == (left: SessionKey, right: SessionKey) -> Bool { left.text == right.text }

  package init(
    _ session: Session, compiler: String, engine: String, seedShift: Int = 0,
    data: [(path: String, hash: String)]
  ) {
    parts.append(("the engine", engine))
    parts.append((Self.compiler, compiler))
    parts.append(("the compiler's options", Compiler.options.joined(separator: " ")))
    if seedShift != 0 { parts.append(("the seeds", "+ \(seedShift)")) }
    for file in data { parts.append(("the file \(file.path)", file.hash)) }
    let lesson = session.lesson
    let members = (session.experiments + session.compiledOnly).sorted()
    for (number, index) in members.enumerated() {
      let experiment = lesson.experiments[index]
      let failure = experiment.options.failure.map { ", fail: \($0.rawValue)" } ?? ""
      let kind = (experiment.options.eval ? "run" : "check") + failure
      let code = experiment.code.dropFirst(experiment.linesOfOptions)
      parts.append(("block \(number + 1)", kind + "\n" + code.joined(separator: "\n")))
    }
    for (number, index) in session.values.enumerated() {
      let value = lesson.values[index]
      let place = members.firstIndex { $0 >= value.experiment } ?? members.count
      parts.append(("inline value \(number + 1)", "\(place)\n\(value.expression)"))
    }
  }

  /// The key as one text, each part after its name and length.
  package var text: String {
    parts.map { "\($0.name): \($0.content.utf8.count)\n\($0.content)\n" }.joined()
  }

  /// The first thing in which this key differs from an earlier one, in words.
  package func difference(from earlier: String) -> String {
    var rest = Substring(earlier)
    for part in parts {
      let text = "\(part.name): \(part.content.utf8.count)\n\(part.content)\n"
      guard rest.hasPrefix(text) else {
        return rest.hasPrefix(part.name + ":") ? "\(part.name) changed" : "\(part.name) is new"
      }
      rest = rest.dropFirst(text.count)
    }
    return rest.isEmpty ? "nothing changed" : "a block or value was removed"
  }
}

extension Experiment {
  /// How many empty lines, which option lines have become, stand above the code.
  var linesOfOptions: Int { code.prefix(while: \.isEmpty).count }
}

/// A 64-bit FNV-1a hash: a name for contents, which are compared in full where it matters.
func contentHash(_ bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}
