/// How wide and high a picture is, in CSS pixels, so that a page can keep its place before it is there.
public struct ImageSize: Equatable, Sendable {
  /// The width in pixels.
  public var width: Int
  /// The height in pixels.
  public var height: Int

  /// Creates a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size that a PNG, GIF, JPEG or WebP file tells at its beginning, or the root of an SVG;
  /// nil where it tells none.
  init?(of bytes: [UInt8]) {
    let file = PictureFile(bytes: bytes)
    guard let size = file.png ?? file.gif ?? file.webP ?? file.jpeg ?? file.svg,
      size.width > 0, size.height > 0
    else { return nil }
    self = size
  }
}

private struct PictureFile {
  let bytes: [UInt8]

  var png: ImageSize? {
    guard begins(with: "\u{89}PNG", at: 0), begins(with: "IHDR", at: 12), bytes.count >= 24 else {
      return nil
    }
    return ImageSize(width: big(4, at: 16), height: big(4, at: 20))
  }

  var gif: ImageSize? {
    guard begins(with: "GIF8", at: 0), bytes.count >= 10 else { return nil }
    return ImageSize(width: little(2, at: 6), height: little(2, at: 8))
  }

  /// Its three kinds are lossy, lossless, and extended, with transparency or motion.
  var webP: ImageSize? {
    guard begins(with: "RIFF", at: 0), begins(with: "WEBP", at: 8), bytes.count >= 30 else {
      return nil
    }
    if begins(with: "VP8X", at: 12) {
      return ImageSize(width: little(3, at: 24) + 1, height: little(3, at: 27) + 1)
    }
    if begins(with: "VP8L", at: 12) {
      let bits = little(4, at: 21)
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    return ImageSize(width: little(2, at: 26) & 0x3FFF, height: little(2, at: 28) & 0x3FFF)
  }

  /// Goes from segment to segment until one that begins a frame.
  var jpeg: ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return ImageSize(width: big(2, at: index + 7), height: big(2, at: index + 5))
      }
      index += 2 + big(2, at: index + 2)
    }
    return nil
  }

  /// The width and height of the root, where they are in pixels; without them it takes what room it has.
  var svg: ImageSize? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "<svg")?.lowerBound,
      let end = head[start...].firstIndex(of: ">")
    else { return nil }
    func length(_ name: String) -> Int? {
      guard let text = attribute(name, of: head[start..<end]),
        let length = Double(text.replacing("px", with: "")), (1..<100_000).contains(length)
      else { return nil }
      return Int(length.rounded())
    }
    guard let width = length("width"), let height = length("height") else { return nil }
    return ImageSize(width: width, height: height)
  }

  private func attribute(_ name: String, of tag: Substring) -> Substring? {
    for quote in ["\"", "'"] {
      if let start = tag.firstRange(of: " \(name)=\(quote)")?.upperBound {
        return tag[start...].prefix { String($0) != quote }
      }
    }
    return nil
  }

  private func begins(with text: String, at index: Int) -> Bool {
    bytes.dropFirst(index).starts(with: text.unicodeScalars.map { UInt8($0.value) })
  }

  private func big(_ count: Int, at index: Int) -> Int {
    bytes[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ count: Int, at index: Int) -> Int {
    bytes[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
