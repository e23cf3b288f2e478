/// A text with markers `1️⃣` to `9️⃣` at the places a test speaks of.
public struct MarkedText {
  /// The text without the markers.
  public let text: String
  /// Line and column (in UTF-8 bytes, from 1) of each marker.
  public let positions: [String: (line: Int, column: Int)]

  public init(_ marked: String) {
    var text = "", line = 1, column = 1
    var positions: [String: (line: Int, column: Int)] = [:]
    for character in marked {
      if "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣".contains(character) {
        positions[String(character)] = (line, column)
      } else {
        text.append(character)
        (line, column) =
          character.isNewline ? (line + 1, 1) : (line, column + String(character).utf8.count)
      }
    }
    self.text = text
    self.positions = positions
  }
}
