/// Finds where in what came before the same bytes stand.
struct MatchFinder {
  private let input: [UInt8]
  /// The last place of each hash of four and of three bytes; the place before each place.
  private var last: [Int32], lastOfThree: [Int32]
  private var before: [Int32]
  private var next = 0

  private static let hashBits = 16
  /// Places that are looked at, the nearest first.
  private static let mostTries = 32

  init(_ input: [UInt8]) {
    self.input = input
    last = Array(repeating: -1, count: 1 << Self.hashBits)
    lastOfThree = last
    before = Array(repeating: -1, count: input.count)
  }

  /// The matches at `index`, which must not go back: each longer and farther than the one before.
  mutating func matches(at index: Int, before end: Int) -> [(count: Int, distance: Int)] {
    while next < index { add() }
    let most = min(end - index, PackedModel.longest)
    guard most >= 4 else { return [] }
    var found: [(count: Int, distance: Int)] = []
    var longest = PackedModel.leastMatch - 1
    input.withUnsafeBufferPointer { input in
      func consider(_ place: Int) {
        guard input[place + longest] == input[index + longest] else { return }
        var count = 0
        while count < most, input[place + count] == input[index + count] { count += 1 }
        if count > longest {
          found.append((count, index - place))
          longest = count
        }
      }
      let near = lastOfThree[hash(index, bytes: 3)]
      if near >= 0 { consider(Int(near)) }
      var place = last[hash(index, bytes: 4)]
      var tries = Self.mostTries
      while place >= 0, tries > 0, longest < most {
        consider(Int(place))
        place = before[Int(place)]
        tries -= 1
      }
    }
    return found
  }

  private mutating func add() {
    if next + 4 <= input.count {
      let hash = hash(next, bytes: 4)
      before[next] = last[hash]
      last[hash] = Int32(next)
      lastOfThree[self.hash(next, bytes: 3)] = Int32(next)
    }
    next += 1
  }

  private func hash(_ index: Int, bytes: Int) -> Int {
    var key = UInt32(input[index]) | UInt32(input[index + 1]) << 8 | UInt32(input[index + 2]) << 16
    if bytes == 4 { key |= UInt32(input[index + 3]) << 24 }
    return Int((key &* 2_654_435_761) >> UInt32(32 - Self.hashBits))
  }
}
