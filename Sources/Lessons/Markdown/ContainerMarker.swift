/// A line of colons, which opens or closes a container.
enum ContainerMarker {
  case opening(Block.Container, Position)
  case closing(Position)

  /// Reads the line of `file` whose colons begin at the offset `start`.
  init(_ file: SourceFile, line: Int, start: Int) {
    let bytes = file.bytes[line - 1]
    var index = start
    func place(_ offset: Int) -> Position { Position(line: line, column: offset + 1) }
    func skipSpaces() { while index < bytes.count, bytes[index].isSpace { index += 1 } }
    while index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
    skipSpaces()
    guard index < bytes.count else {
      self = .closing(place(start))
      return
    }
    let nameOffset = index
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "{") {
      index += 1
    }
    var name = String(decoding: bytes[nameOffset..<index], as: UTF8.self)
    skipSpaces()
    let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")) ?? bytes.count
    let title = String(decoding: bytes[index..<brace], as: UTF8.self).trimmingSpaces
    var container = Block.Container(kind: .aside, title: title.isEmpty ? nil : title)
    var attributes: [Attributes.Attribute] = []
    if brace < bytes.count {
      if let braces = Attributes(bytes, at: brace) {
        attributes = braces.all
      } else {
        file.error("The brace that opens here is not closed.", at: place(brace), help: "}")
      }
    }
    if name.isEmpty, let first = attributes.firstIndex(where: { $0.name == "class" }) {
      name = attributes.remove(at: first).value
    }
    let kinds = Block.Container.Kind.allCases.map(\.rawValue)
    if let kind = Block.Container.Kind(rawValue: name) {
      container.kind = kind
    } else {
      file.error(
        "'\(name)' is not a container.", at: place(nameOffset),
        help: name == "end"
          ? "::: alone, which closes a container" : suggestion(for: name, in: kinds))
    }
    for attribute in attributes {
      container.set(attribute, in: file, at: place(attribute.offset))
    }
    self = .opening(container, place(start))
  }
}

extension Block.Container {
  /// Sets what an attribute says, or notes why it says nothing.
  fileprivate mutating func set(
    _ attribute: Attributes.Attribute, in file: SourceFile, at position: Position
  ) {
    switch attribute.name {
    case "id": id = attribute.value
    case "title": title = attribute.value
    case "claim" where kind == .lecture: claims = mentions(attribute, at: position)
    case "by" where kind == .lecture: evidence = mentions(attribute, at: position)
    case "verdict" where kind == .lecture:
      verdict = Verdict(rawValue: attribute.value)
      guard verdict == nil else { return }
      let verdicts = Verdict.allCases.map(\.rawValue)
      file.error(
        "The verdict is \(oneOf(verdicts) ?? ""), not '\(attribute.value)'.", at: position,
        help: nearestName(to: attribute.value, in: verdicts).map { "verdict=\"\($0)\"" })
    default:
      let known = kind == .lecture ? ["title", "verdict", "claim", "by"] : ["title"]
      file.error(
        "'\(attribute.name)' is not an attribute of '\(kind.rawValue)'.", at: position,
        help: suggestion(for: attribute.name, in: known))
    }
  }

  /// The names in an attribute, between spaces.
  private func mentions(
    _ attribute: Attributes.Attribute, at position: Position
  ) -> [Judgement.Mention] {
    attribute.value.split(separator: " ").map {
      Judgement.Mention(name: String($0), position: position)
    }
  }
}
