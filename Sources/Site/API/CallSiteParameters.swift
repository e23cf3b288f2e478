extension Interface.Declaration {
  /// Drops the parameters that nobody writes: those that are `#filePath` or `#line` if not given,
  /// by which a mistake is told where the call stands.
  mutating func dropCallSiteParameters() {
    var parts = ParameterParts(code)
    let dropped = parts.parameters.filter { $0.map(\.text).joined().contains(" = #") }
    guard !dropped.isEmpty else { return }
    parts.parameters.removeAll { dropped.contains($0) }
    code = parts.code
    for part in dropped {
      let label = part.first { $0.kind == "externalParam" || $0.kind == "internalParam" }
      guard let label, let range = name.range(of: "\(label.text):", after: "(") else { continue }
      name.removeSubrange(range)
    }
  }
}

/// A declaration cut into what stands before its parameters, each of them, and what follows.
private struct ParameterParts {
  var head: [Interface.Piece] = []
  var parameters: [[Interface.Piece]] = []
  var tail: [Interface.Piece] = []

  init(_ code: [Interface.Piece]) {
    var depth = 0
    var isDone = false
    var part: [Interface.Piece] = []
    for piece in code {
      guard piece.kind == "text", !isDone else {
        part.append(piece)
        continue
      }
      var text = ""
      var last: Character = " "
      func end() {
        if !text.isEmpty { part.append(Interface.Piece(kind: "text", text: text)) }
        text = ""
      }
      for character in piece.text {
        defer { last = character }
        if character == "(" && depth == 0 && !isDone {
          text.append(character)
          end()
          (head, part, depth) = (part, [], 1)
          continue
        }
        if depth == 1 && !isDone && (character == "," || character == ")") {
          end()
          if !part.isEmpty { parameters.append(part) }
          part = []
          if character == "," { continue }
          isDone = true
        }
        // A space that followed a comma.
        if last == "," && depth == 1 && character == " " && !isDone { continue }
        if !isDone && depth > 0 {
          if "([<{".contains(character) { depth += 1 }
          if ")]}".contains(character) || character == ">" && last != "-" { depth -= 1 }
        }
        text.append(character)
      }
      end()
    }
    tail = part
  }

  var code: [Interface.Piece] {
    let comma = Interface.Piece(kind: "text", text: ", ")
    return head + parameters.joined(separator: [comma]) + tail
  }
}

extension String {
  /// The first place of `part` behind `start`.
  fileprivate func range(of part: String, after start: Character) -> Range<Index>? {
    guard let opening = firstIndex(of: start) else { return nil }
    return self[opening...].firstRange(of: part)
  }
}
