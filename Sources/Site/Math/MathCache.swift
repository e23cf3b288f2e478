/// Typeset formulas that one build leaves for the next.
struct MathCache: Equatable {
  private(set) var entries: [Formulas.Key: String] = [:]
  private let maker: Maker

  /// What a formula's markup depends on besides the formula.
  struct Maker: Equatable, Sendable {
    private var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a over KaTeX itself, the program that calls it and the macros.
    init(script: [UInt8], macros: [(name: String, expansion: String)]) {
      add(script)
      add(Array(KaTeX.caller.utf8))
      for macro in macros {
        add(Array(macro.name.utf8) + [0])
        add(Array(macro.expansion.utf8) + [0])
      }
    }

    private mutating func add(_ bytes: [UInt8]) {
      for byte in bytes { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    fileprivate var heading: String { "gradus formulas \(String(fingerprint, radix: 16))\n" }
  }

  init(maker: Maker) { self.maker = maker }

  subscript(key: Formulas.Key) -> String? {
    get { entries[key] }
    set { entries[key] = newValue }
  }

  /// One line of lengths, then the formula and its markup, for each formula in order.
  var bytes: [UInt8] {
    var result = Array(maker.heading.utf8)
    let sorted = entries.sorted {
      ($0.key.tex, $0.key.display ? 1 : 0) < ($1.key.tex, $1.key.display ? 1 : 0)
    }
    for (key, markup) in sorted {
      let kind = key.display ? "display" : "inline"
      result += "\(kind) \(key.tex.utf8.count) \(markup.utf8.count)\n\(key.tex)\(markup)\n".utf8
    }
    return result
  }

  /// Reads what ``bytes`` wrote; anything else gives an empty cache.
  init(bytes: [UInt8], maker: Maker) {
    self.maker = maker
    let heading = Array(maker.heading.utf8)
    guard bytes.starts(with: heading) else { return }
    var rest = bytes[heading.count...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      let fields = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard fields.count == 3, let tex = Int(fields[1]), let markup = Int(fields[2]), tex >= 0,
        markup >= 0, tex <= rest.count, markup <= rest.count,
        rest.endIndex > end + 1 + tex + markup, rest[end + 1 + tex + markup] == UInt8(ascii: "\n")
      else {
        entries = [:]
        return
      }
      let start = end + 1
      let key = Formulas.Key(
        tex: String(decoding: rest[start..<start + tex], as: UTF8.self),
        display: fields[0] == "display")
      entries[key] = String(decoding: rest[start + tex..<start + tex + markup], as: UTF8.self)
      rest = rest[(start + tex + markup + 1)...]
    }
  }
}
