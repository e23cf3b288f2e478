/// Writes choices of one of two with the fewest bytes, after models that learn.
///
/// A range coder: the interval of numbers that would tell the same choices so far is cut in two
/// parts, as large as the choices are likely, and what is written is a number in the last one.
struct PackedWriter {
  private(set) var models = [BitModel](repeating: BitModel(), count: PackedModel.count)
  private(set) var past = 0
  private(set) var distance = 1

  private var bytes: [UInt8] = []
  private var low: UInt64 = 0
  private var range = UInt32.max
  /// The last byte to which a carry can come, and how many of 255 follow it.
  private var held: UInt8 = 0
  private var full = 0

  /// How much has to be unpacked.
  mutating func write(count: Int) {
    bytes = (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  mutating func write(_ step: PackedStep, of input: [UInt8], at index: Int) {
    switch step {
    case .literal:
      write(false, PackedModel.isMatch + past)
      write(input[index], of: input, at: index)
    case .match(let count, let distance):
      write(true, PackedModel.isMatch + past)
      write(false, PackedModel.isAgain + past)
      write(count - PackedModel.leastMatch, PackedModel.counts)
      write(
        distance - 1, PackedModel.distances + PackedModel.lengthClass(count) * PackedModel.number)
      self.distance = distance
    case .again(let count):
      write(true, PackedModel.isMatch + past)
      write(true, PackedModel.isAgain + past)
      write(count - 1, PackedModel.countsAgain)
    }
    past = step.follow(past)
  }

  private mutating func write(_ byte: UInt8, of input: [UInt8], at index: Int) {
    let base = PackedModel.byte(after: index > 0 ? input[index - 1] : 0)
    var node = 1
    // After a match comes a byte other than the one that would have made it longer.
    var other = past & 1 == 1 ? Int(input[index - distance]) | 256 : 0
    for place in (0..<8).reversed() {
      let bit = Int(byte) >> place & 1, wanted = other >> place & 1
      write(bit == 1, base + (other > 0 ? 256 * (1 + wanted) : 0) + node)
      if wanted != bit { other = 0 }
      node = node << 1 | bit
    }
  }

  private mutating func write(_ number: Int, _ base: Int) {
    PackedModel.choices(of: number, base) { bit, model in write(bit == 1, model) }
  }

  private mutating func write(_ bit: Bool, _ model: Int) {
    let bound = (range >> 12) * UInt32(models[model].share)
    if bit {
      low += UInt64(bound)
      range -= bound
    } else {
      range = bound
    }
    models[model].learn(bit)
    while range < 1 << 24 {
      range <<= 8
      shift()
    }
  }

  private mutating func shift() {
    if low < 0xFF00_0000 || low >> 32 > 0 {
      let carry = UInt8(truncatingIfNeeded: low >> 32)
      bytes.append(held &+ carry)
      for _ in 0..<full { bytes.append(255 &+ carry) }
      held = UInt8(truncatingIfNeeded: low >> 24)
      full = 0
    } else {
      full += 1
    }
    low = low << 8 & 0xFFFF_FFFF
  }

  /// What was written, with all that is held back.
  consuming func finished() -> [UInt8] {
    for _ in 0..<5 { shift() }
    return bytes
  }
}

/// How likely a choice is the first of its two, after those before: the mean of two estimates, of
/// which one follows quickly and one slowly.
struct BitModel {
  private var quick: UInt16 = 1 << 15
  private var slow: UInt16 = 1 << 15

  /// In parts of 4096.
  var share: Int { (Int(quick) + Int(slow)) >> 5 }

  mutating func learn(_ bit: Bool) {
    if bit {
      quick -= quick >> 4
      slow -= slow >> 7
    } else {
      quick += (.max - quick) >> 4
      slow += (.max - slow) >> 7
    }
  }
}
