import Lessons
import Synchronization

/// What a reader can find, as a script that the page loads when a search begins; a site opened from
/// a folder may load scripts, and nothing else.
///
/// It holds no text, but for each word the places that have it, so it stays a small part of the
/// text; the texts themselves, for the lines around what was found, are a script for each page, loaded
/// for the pages that are listed. The words are sorted; each is `shared suffix : places`, where
/// `shared` is how many characters it begins with like the word before, and each place counts from
/// the one before.
struct SearchIndex {
  private let pages: [SearchedPage]

  init(_ pages: [SearchedPage]) { self.pages = pages }

  /// The index, and the texts of each page.
  var files: [SiteFile] { [index] + pages.map(\.texts) }

  private var index: SiteFile {
    SiteFile(
      path: "search-index.js",
      contents: .deferred(DeferredText(from: pages.map(\.digest)) { script }))
  }

  private var script: String {
    let all = pages.enumerated().flatMap { page, searched in searched.places.map { (page, $0) } }
    var found: [String: [Int]] = [:]
    for (index, (_, place)) in all.enumerated() {
      for word in Set(place.text.searchWords) { found[word, default: []].append(index) }
    }
    let pages = pages.map { "[\($0.address.quoted),\($0.title.quoted)]" }
    let places = all.map { page, place in
      "[\(page),\(place.anchor.quoted),\(place.title.shortened.quoted)]"
    }
    return """
      gradusSearch({"pages":[\(pages.joined(separator: ","))],
      "places":[\(places.joined(separator: ","))],
      "words":"\(words(found, of: places.count))"});

      """
  }

  /// Words that stand in most places tell none of them from the others.
  private func words(_ found: [String: [Int]], of places: Int) -> String {
    let most = max(8, places / 3)
    let words = found.filter { $0.value.count <= most }.keys.map { Array($0.unicodeScalars) }
      .sorted { $0.lexicographicallyPrecedes($1) { $0.value < $1.value } }
    var entries: [String] = []
    var last: [Unicode.Scalar] = []
    for word in words {
      let shared = zip(last, word).prefix { $0 == $1 }.count
      let suffix = String(String.UnicodeScalarView(word.dropFirst(shared)))
      var previous = -1
      var list = ""
      for place in found[String(String.UnicodeScalarView(word))] ?? [] {
        list += (place - previous - 1).packed
        previous = place
      }
      entries.append("\(String(shared, radix: 36))\(suffix):\(list)")
      last = word
    }
    return entries.joined(separator: ",")
  }
}

/// A page that a search finds things on; it is read for that when somebody asks.
final class SearchedPage: Sendable {
  let address: String
  let title: String
  let digest: String
  private let markup: HTML
  private let read = Mutex<[PageText.Place]?>(nil)

  init(_ address: String, title: String, _ markup: HTML) {
    (self.address, self.title, self.markup) = (address, title, markup)
    digest = ContentDigest.text(of: [address, title, markup.source])
  }

  var places: [PageText.Place] {
    read.withLock { read in
      let places = read ?? PageText(title: title, markup).places
      read = places
      return places
    }
  }

  /// The texts of its places, as a script.
  var texts: SiteFile {
    let text = DeferredText(from: [digest]) {
      let texts = self.places.map { $0.text.spaced.quoted }
      return "gradusText(\(self.address.quoted),[\(texts.joined(separator: ",\n"))]);\n"
    }
    return SiteFile(
      path: "search/\(address.dropLast(".html".count)).js", contents: .deferred(text))
  }
}

extension Int {
  /// One character below 36, then `+` and two of them, then `*` and five.
  fileprivate var packed: String {
    let digits = String(self, radix: 36)
    switch digits.count {
    case 1: return digits
    case 2: return "+" + digits
    default: return "*" + String(repeating: "0", count: Swift.max(5 - digits.count, 0)) + digits
    }
  }
}

extension String {
  /// The words that a search compares: small letters and digits, three to twenty of them, of which
  /// one is a letter.
  ///
  /// Fewer do where one is beyond ASCII, as in “λ”; and of a script without spaces
  /// between its words, each two characters that follow each other are one.
  var searchWords: [String] {
    lowercased().unicodeScalars.split { !$0.isLetter && !$0.isDigit }.flatMap(words)
  }

  private func words(_ run: Substring.UnicodeScalarView) -> [String] {
    guard let first = run.firstIndex(where: \.isUnspaced) else {
      let isWord =
        run.contains { !$0.isASCII }
        || run.dropFirst(2).first != nil && !run.allSatisfy(\.isDigit)
      return isWord ? [String(String.UnicodeScalarView(run.prefix(20)))] : []
    }
    let unspaced = run[first...].prefix(while: \.isUnspaced)
    let pairs = zip(unspaced, unspaced.dropFirst()).map { String($0) + String($1) }
    return words(run[..<first]) + (pairs.isEmpty ? [String(unspaced)] : pairs)
      + words(run[unspaced.endIndex...])
  }

  /// The text with one space between its words.
  fileprivate var spaced: String {
    unicodeScalars.split { $0 == " " || $0 == "\n" || !$0.isASCII && $0.properties.isWhitespace }
      .map { String($0) }.joined(separator: " ")
  }

  /// At most about 70 characters, cut where a word ends.
  fileprivate var shortened: String {
    let text = spaced
    if text.count <= 70 { return text }
    let cut = text.prefix(69)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut.dropLast()) + "…"
  }

  /// The text as a string of a script, with nothing in it that could end the script.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<": result += "\\u003C"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it is part of a word: a letter, or a mark on one.
  ///
  /// Of ASCII that is known without the system's tables.
  fileprivate var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// Whether its script has no spaces between words: those of Chinese and Japanese.
  fileprivate var isUnspaced: Bool {
    switch value {
    case 0x3005, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
