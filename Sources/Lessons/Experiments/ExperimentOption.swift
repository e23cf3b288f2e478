/// One `key: value` above an experiment's code, with the columns where both begin.
struct ExperimentOption {
  var key: String
  var keyColumn: Int
  var value: String
  var valueColumn: Int

  init(_ text: Substring, column: Int) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let key = text[..<colon].drop(while: \.isWhitespace)
    var value = text[colon...].dropFirst().drop(while: \.isWhitespace)
    keyColumn = column + text[..<key.startIndex].utf8.count
    valueColumn = column + text[..<value.startIndex].utf8.count
    if let quote = value.first, quote == "\"" || quote == "'",
      let end = value.dropFirst().firstIndex(of: quote)
    {
      value = value[..<end].dropFirst()
    } else if let comment = value.firstRange(of: " #") {
      value = value[..<comment.lowerBound]
    }
    self.key = String(key).trimmingSpaces
    self.value = String(value).trimmingSpaces
  }
}
