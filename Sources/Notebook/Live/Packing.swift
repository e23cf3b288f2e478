/// Bytes as few as a page can unpack quickly: what came before is named by length and distance, and
/// every choice is one of a bit, coded by how often it fell each way before.
///
/// Browsers inflate by themselves, but look back no farther than 32 KB; a program of 1 MB repeats
/// itself across all of it. `unpack` in live.js is the other side of ``PackedWriter``.
package struct Packing {
  /// The packed bytes.
  package let bytes: [UInt8]

  package init(_ input: [UInt8]) {
    var writer = PackedWriter()
    writer.write(count: input.count)
    var matches = MatchFinder(input)
    var start = 0
    while start < input.count {
      let end = min(start + Self.block, input.count)
      let plan = PackingPlan(input, start..<end, &matches, writer)
      for step in plan.steps {
        writer.write(step, of: input, at: start)
        start += step.count
      }
    }
    bytes = writer.finished()
  }

  /// Bytes that are planned by one table of prices.
  private static let block = 1 << 14
}

/// A piece of the input.
enum PackedStep {
  case literal
  /// So many bytes as there are so far back.
  case match(count: Int, distance: Int)
  /// So many bytes from the distance of the match before.
  case again(count: Int)

  var count: Int {
    switch self {
    case .literal: 1
    case .match(let count, _), .again(let count): count
    }
  }

  /// Whether the steps before it were matches, three of them in three bits.
  func follow(_ past: Int) -> Int {
    if case .literal = self { past << 1 & 7 } else { past << 1 & 7 | 1 }
  }
}

/// The choices of which the packed bytes consist, each with a model of its own.
enum PackedModel {
  /// Whether a match comes, by the three steps before; whether it is from the distance of the last.
  static let isMatch = 0, isAgain = 8
  /// The length of a match and of one from the same distance.
  static let counts = 16, countsAgain = counts + number
  /// Distances, by the length: the shortest two, and all others.
  static let distances = countsAgain + number
  /// A byte, by the one before; after a match also by the one at the match's distance.
  static let bytes = distances + 3 * number
  static let count = bytes + 16 * 768

  /// Models of a number: its count of bits, its highest three bits, and each other one.
  static let number = 32 + 32 * 8 + 32 * 32

  static func byte(after last: UInt8) -> Int { bytes + Int(last >> 4) * 768 }

  static func lengthClass(_ count: Int) -> Int { min(count - leastMatch, 2) }

  static let leastMatch = 3, longest = 1 << 12

  /// The choices that tell a number from 0: its count of bits, then the bits behind the first.
  @inline(__always)
  static func choices(of number: Int, _ base: Int, _ body: (_ bit: Int, _ model: Int) -> Void) {
    let number = number + 1
    let bits = number.bitWidth - number.leadingZeroBitCount - 1
    var node = 1
    for place in (0..<5).reversed() {
      let bit = bits >> place & 1
      body(bit, base + node)
      node = node << 1 | bit
    }
    node = 1
    for place in (0..<bits).reversed() {
      let bit = number >> place & 1
      body(bit, base + 32 + (node < 8 ? bits * 8 + node : 256 + bits * 32 + place))
      node = node << 1 | bit
    }
  }
}
