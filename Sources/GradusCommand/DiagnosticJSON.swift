import Foundation
import Lessons

/// A problem as one line of JSON, for editors.
struct DiagnosticJSON: Encodable {
  var severity: String
  var path: String
  var line: Int?
  var column: Int?
  var message: String
  var notes: [String]
  var help: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    path = diagnostic.path
    line = diagnostic.position?.line
    column = diagnostic.position?.column
    message = diagnostic.message
    notes = diagnostic.notes
    help = diagnostic.help
  }

  /// The line, keys in alphabetical order.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
