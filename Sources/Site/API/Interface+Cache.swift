/// The interface as bytes, a tenth of the symbol graphs and read in a hundredth of the time.
///
/// Records, fields and parts are separated by ASCII's own separators, which no declaration holds;
/// identifiers, which come again and again, are written once.
extension Interface {
  private static let record: Character = "\u{1E}"
  private static let field: Character = "\u{1F}"
  private static let part: Character = "\u{1D}"
  private static let table: Character = "\u{1C}"

  /// The bytes for the next build.
  public var cache: [UInt8] {
    var ids = [""], numbers = ["": 0]
    func number(_ id: String) -> String {
      if let known = numbers[id] { return String(known) }
      numbers[id] = ids.count
      ids.append(Self.clean(id))
      return String(ids.count - 1)
    }
    let declarations = declarations.map { declaration -> String in
      let code = declaration.code.map { piece in
        [piece.kind, piece.text, number(piece.id)].map(Self.clean).joined(separator: "\(Self.part)")
      }
      return
        ([
          number(declaration.id), number(declaration.parent), declaration.module,
          declaration.kind.rawValue, declaration.name, declaration.path, declaration.comment,
        ].map(Self.clean) + code).joined(separator: "\(Self.field)")
    }
    let conformances = conformances.map { conformance in
      [number(conformance.type), number(conformance.id), Self.clean(conformance.name)]
        .joined(separator: "\(Self.field)")
    }
    return Array(
      [declarations, conformances, ids].map { $0.joined(separator: "\(Self.record)") }
        .joined(separator: "\(Self.table)").utf8)
  }

  /// Reads what an earlier build left; nil if it is not whole.
  public init?(cache: [UInt8]) {
    func cut(_ bytes: ArraySlice<UInt8>, _ separator: Character) -> [ArraySlice<UInt8>] {
      bytes.split(separator: separator.asciiValue!, omittingEmptySubsequences: false)
    }
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    let tables = cut(cache[...], Self.table)
    guard tables.count == 3, !tables[0].isEmpty else { return nil }
    let ids = cut(tables[2], Self.record).map(text)
    func id(_ number: ArraySlice<UInt8>) -> String? {
      Int(text(number)).flatMap { ids.indices.contains($0) ? ids[$0] : nil }
    }
    self.init(declarations: [])
    for record in cut(tables[0], Self.record) {
      let fields = cut(record, Self.field)
      guard fields.count >= 7, let own = id(fields[0]), let parent = id(fields[1]),
        let kind = Kind(rawValue: text(fields[3]))
      else { return nil }
      var code: [Piece] = []
      for field in fields.dropFirst(7) {
        let parts = cut(field, Self.part)
        guard parts.count == 3, let id = id(parts[2]) else { return nil }
        code.append(Piece(kind: text(parts[0]), text: text(parts[1]), id: id))
      }
      declarations.append(
        Declaration(
          id: own, parent: parent, module: text(fields[2]), kind: kind, name: text(fields[4]),
          path: text(fields[5]), code: code, comment: text(fields[6])))
    }
    digest = Self.digest(of: cache)
    guard !tables[1].isEmpty else { return }
    for record in cut(tables[1], Self.record) {
      let fields = cut(record, Self.field)
      guard fields.count == 3, let type = id(fields[0]), let other = id(fields[1]) else {
        return nil
      }
      conformances.append(Conformance(type: type, id: other, name: text(fields[2])))
    }
  }

  static func digest(of cache: [UInt8]) -> String {
    ContentDigest.text(of: [String(decoding: cache, as: UTF8.self)])
  }

  /// The text without the separators, which stand in no Swift that compiles.
  private static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x1C...0x1F).contains($0) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !(0x1C...0x1F).contains($0.value) }))
  }
}
