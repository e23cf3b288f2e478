import Lessons

extension Course {
  /// Whether its language is written from right to left: by the script that its tag names, or else by
  /// the one that the language is usually written in.
  var isRightToLeft: Bool {
    let parts = language.lowercased().split(separator: "-")
    let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    if let script { return Self.scripts.contains(String(script)) }
    return Self.languages.contains(String(parts.first ?? ""))
  }

  private static let scripts: Set = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]
  private static let languages: Set = [
    "ar", "arc", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "mzn", "nqo", "pnb", "ps",
    "sd",
    "syr", "ug", "ur", "yi",
  ]
}
