/// The labels of a lesson's footnotes: where each is defined, and where the text refers to it.
struct FootnoteLabels {
  private var definitions: [(label: String, position: Position)] = []
  var references: [(label: String, position: Position)] = []

  /// Notes the definition that a line such as `[^label]: The note.` begins.
  mutating func readDefinition(_ bytes: [UInt8], line: Int) {
    let start = bytes.firstIndex { !$0.isSpace && $0 != UInt8(ascii: ">") } ?? bytes.count
    guard let label = footnoteLabel(bytes, at: start) else { return }
    let colon = start + label.utf8.count + 3
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return }
    definitions.append((label, Position(line: line, column: start + 1)))
  }

  /// The label of the definition on a line of the file.
  func label(line: Int) -> String {
    definitions.first { $0.position.line == line }?.label ?? ""
  }

  /// Reports references without a definition, and definitions that no reference shows.
  func check(_ file: SourceFile) {
    let defined = definitions.map(\.label)
    for (label, position) in references where !defined.contains(where: label.isSameLabel) {
      file.error(
        "There is no footnote '[^\(label)]'.", at: position,
        help: nearestName(to: label, in: defined).map { "[^\($0)]" }
          ?? "a line '[^\(label)]: …' below")
    }
    for (index, (label, position)) in definitions.enumerated()
    where definitions[..<index].contains(where: { label.isSameLabel($0.label) }) {
      file.error(
        "The footnote '[^\(label)]' is defined twice.", at: position, help: "another name for it")
    }
    for (label, position) in definitions
    where !references.contains(where: { label.isSameLabel($0.label) }) {
      file.error(
        "Nothing refers to the footnote '[^\(label)]'.", at: position,
        help: "[^\(label)] where the text needs it")
    }
  }
}

/// The label of `[^label]` at an offset.
func footnoteLabel(_ bytes: [UInt8], at offset: Int) -> String? {
  guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "["),
    bytes[offset + 1] == UInt8(ascii: "^")
  else { return nil }
  let label = bytes[(offset + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isBlank }
  guard !label.isEmpty, label.endIndex < bytes.count, bytes[label.endIndex] == UInt8(ascii: "]")
  else { return nil }
  return String(decoding: label, as: UTF8.self)
}

extension String {
  /// Whether Markdown takes two labels for the same: capitals do not count.
  fileprivate func isSameLabel(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
