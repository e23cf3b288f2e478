import Notebook
import Testing

/// Packed bytes, read as `unpack` in live.js reads them.
struct PackingTests {
  static let inputs: [(name: String, bytes: [UInt8])] = {
    var state: UInt64 = 1
    func noise(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
    }
    let part = noise(30_000)
    return [
      ("nothing", []), ("one byte", [7]), ("three alike", [1, 1, 1]),
      ("a long run", Array(repeating: 255, count: 70_000)),
      ("noise", noise(5_000)),
      ("a text", Array("the gradient of the loss of the network of the lesson".utf8)),
      ("a part that comes again far away", part + Array(repeating: 0, count: 90_000) + part),
      (
        "bytes that differ here and there",
        (0..<40_000).map { UInt8($0 % 97 == 0 ? $0 & 255 : $0 % 7) }
      ),
    ]
  }()

  @Test(arguments: inputs.indices)
  func whatIsPackedComesBack(_ index: Int) {
    let (name, bytes) = Self.inputs[index]
    var reader = PackedReader(Packing(bytes).bytes)
    #expect(reader.all() == bytes, "\(name)")
  }

  @Test func namesWhatCameBeforeHoweverFarAway() {
    let (_, bytes) = Self.inputs[6]
    #expect(Packing(bytes).bytes.count < 31_000)
    #expect(Packing(Self.inputs[3].bytes).bytes.count < 60)
  }
}

private struct PackedReader {
  private let packed: [UInt8]
  private var read = 9
  private var range = UInt32.max, code: UInt32
  private var quick: [Int], slow: [Int]

  private static let perNumber = 1312, bytes = 16 + 5 * perNumber

  init(_ packed: [UInt8]) {
    self.packed = packed
    code = packed[5..<9].reduce(0) { $0 << 8 | UInt32($1) }
    quick = Array(repeating: 1 << 15, count: Self.bytes + 16 * 768)
    slow = quick
  }

  mutating func all() -> [UInt8] {
    let count = (0..<4).reduce(0) { $0 | Int(packed[$1]) << (8 * $1) }
    var output: [UInt8] = []
    var past = 0, distance = 1
    while output.count < count {
      let last = past
      past = past << 1 & 7
      if choice(last) == 1 {
        let isAgain = choice(8 + last) == 1
        let length = isAgain ? number(16 + Self.perNumber) + 1 : number(16) + 3
        if !isAgain { distance = number(16 + min(length - 1, 4) * Self.perNumber) + 1 }
        for _ in 0..<length { output.append(output[output.count - distance]) }
        past |= 1
      } else {
        let base = Self.bytes + Int(output.last ?? 0) / 16 * 768
        var node = 1, other = last & 1 == 1 ? Int(output[output.count - distance]) | 256 : 0
        for place in (0..<8).reversed() {
          let wanted = other >> place & 1
          let bit = choice(base + (other > 0 ? 256 + 256 * wanted : 0) + node)
          if bit != wanted { other = 0 }
          node = node << 1 | bit
        }
        output.append(UInt8(node & 255))
      }
    }
    return output
  }

  private mutating func number(_ base: Int) -> Int {
    var bits = 1, node = 1
    while bits < 32 { bits = bits << 1 | choice(base + bits) }
    bits -= 32
    for place in (0..<bits).reversed() {
      node =
        node << 1 | choice(base + 32 + (node < 8 ? bits * 8 + node : 256 + bits * 32 + place))
    }
    return node - 1
  }

  private mutating func choice(_ model: Int) -> Int {
    let bound = (range >> 12) * UInt32((quick[model] + slow[model]) >> 5)
    let bit = code < bound ? 0 : 1
    if bit == 1 {
      code -= bound
      range -= bound
      quick[model] -= quick[model] >> 4
      slow[model] -= slow[model] >> 7
    } else {
      range = bound
      quick[model] += (65535 - quick[model]) >> 4
      slow[model] += (65535 - slow[model]) >> 7
    }
    while range < 1 << 24 {
      range <<= 8
      code = code << 8 | UInt32(packed[read])
      read += 1
    }
    return bit
  }
}
