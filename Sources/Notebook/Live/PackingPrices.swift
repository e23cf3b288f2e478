/// What choices cost, in 64ths of a bit, after what models know.
struct PackingPrices {
  let isMatch: [(no: Int, yes: Int)], isAgain: [(no: Int, yes: Int)]
  private let models: [BitModel]
  private let bits = Self.bits
  private var counts: [Int] = [], countsAgain: [Int] = []

  init(_ models: [BitModel]) {
    self.models = models
    func choice(_ model: Int) -> (no: Int, yes: Int) {
      (Self.bits[models[model].share], Self.bits[4096 - models[model].share])
    }
    isMatch = (0..<8).map { choice(PackedModel.isMatch + $0) }
    isAgain = (0..<8).map { choice(PackedModel.isAgain + $0) }
    counts = (0..<64).map { number($0, PackedModel.counts) }
    countsAgain = (0..<64).map { number($0, PackedModel.countsAgain) }
  }

  /// The price of a choice that is so likely in parts of 4096.
  private static let bits: [Int] = (0...4096).map { share in
    guard share > 0 else { return 13 * 64 }
    // The logarithm to base 2, a bit of it for each squaring.
    var value = Double(share) / 4096
    var price = 0
    for _ in 0..<6 {
      value *= value
      price *= 2
      while value < 1 {
        value *= 2
        price += 1
      }
    }
    return price
  }

  private func price(_ bit: Int, _ model: Int) -> Int {
    let share = models[model].share
    return bits[bit == 1 ? 4096 - share : share]
  }

  func byte(_ byte: UInt8, after last: UInt8, not expected: UInt8?) -> Int {
    let base = PackedModel.byte(after: last)
    var node = 1, sum = 0
    var other = expected.map { Int($0) | 256 } ?? 0
    for place in (0..<8).reversed() {
      let bit = Int(byte) >> place & 1, wanted = other >> place & 1
      sum += price(bit, base + (other > 0 ? 256 * (1 + wanted) : 0) + node)
      if wanted != bit { other = 0 }
      node = node << 1 | bit
    }
    return sum
  }

  func count(_ count: Int) -> Int {
    let number = count - PackedModel.leastMatch
    return number < 64 ? counts[number] : self.number(number, PackedModel.counts)
  }

  func countAgain(_ count: Int) -> Int {
    count <= 64 ? countsAgain[count - 1] : number(count - 1, PackedModel.countsAgain)
  }

  /// By the length of the match.
  func distance(_ distance: Int) -> [Int] {
    (0..<3).map { number(distance - 1, PackedModel.distances + $0 * PackedModel.number) }
  }

  private func number(_ number: Int, _ base: Int) -> Int {
    var sum = 0
    PackedModel.choices(of: number, base) { bit, model in sum += price(bit, model) }
    return sum
  }
}
