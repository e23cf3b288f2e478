/// Numbers different keys from 0 in the order in which they come, without a hash table: those
/// differ from run to run.
struct Numbering<Key: Comparable & Sendable>: Sendable {
  private(set) var keys: [Key] = []
  private var sorted: [Int] = []
  private var last = 0

  /// The number of a key, a new one if the key is new.
  mutating func number(of key: Key) -> Int {
    // Neighbours are mostly alike.
    if last < keys.count, keys[last] == key { return last }
    var low = 0, high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if keys[sorted[middle]] < key { low = middle + 1 } else { high = middle }
    }
    if low < sorted.count, keys[sorted[low]] == key {
      last = sorted[low]
    } else {
      last = keys.count
      keys.append(key)
      sorted.insert(last, at: low)
    }
    return last
  }

  /// The keys from least to greatest.
  var ordered: [Key] { sorted.map { keys[$0] } }
}

extension [Double] {
  /// The indices from that of the least number to that of the greatest, of equals as they come.
  ///
  /// Whatever is sorted by numbers is sorted by this, since each other way to sort is code of its own.
  var order: [Int] {
    indices.sorted { self[$0] == self[$1] ? $0 < $1 : self[$0] < self[$1] }
  }
}

/// A text compared byte by byte, which needs no Unicode tables in the browser.
struct Word: Comparable, Sendable {
  let text: String

  static func == (a: Word, b: Word) -> Bool {
    // Short texts are their own bytes, and copies of a long one share its storage.
    if isTheSame(a.text, b.text) { return true }
    let count = a.text.utf8.count
    guard count == b.text.utf8.count else { return false }
    // Texts built in place are bytes in a row, which compare faster than one by one.
    let isSame: Bool?? = a.text.utf8.withContiguousStorageIfAvailable { a in
      b.text.utf8.withContiguousStorageIfAvailable { b in
        for index in 0..<count where a[index] != b[index] { return false }
        return true
      }
    }
    return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
  }

  private static func isTheSame(_ a: String, _ b: String) -> Bool {
    withUnsafeBytes(of: a) { a in
      withUnsafeBytes(of: b) { b in
        for index in stride(from: 0, to: MemoryLayout<String>.size, by: 4)
        where a.load(fromByteOffset: index, as: UInt32.self)
          != b.load(fromByteOffset: index, as: UInt32.self)
        {
          return false
        }
        return true
      }
    }
  }

  static func < (a: Word, b: Word) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}
