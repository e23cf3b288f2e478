import Yams

/// The `key: value` lines of a YAML text inside a file, read key by key; a key that nobody knows
/// and a value of the wrong kind are problems of the file.
struct YAMLMapping {
  private var entries: [(key: String, keyPosition: Position, value: Node)] = []
  private let file: SourceFile
  private let firstLine: Int
  /// Where the mapping begins.
  private(set) var start: Position

  /// Reads the lines of `file` in `range`, which hold a mapping with some of the `known` keys.
  init(
    _ file: SourceFile, lines range: Range<Int>, known: [String], of subject: String,
    example: String = "title: …"
  ) {
    self.file = file
    firstLine = range.lowerBound + 1
    start = Position(line: firstLine, column: 1)
    let text = file.lines[range].joined(separator: "\n")
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      report(error)
      return
    }
    guard let root, root != "" else { return }
    guard let mapping = root.mapping else {
      file.error(
        "The \(subject) must be a list of 'key: value' lines.", at: position(of: root),
        help: example)
      return
    }
    read(mapping, known: known, of: subject)
  }

  private init(_ node: Node, in outer: YAMLMapping) {
    file = outer.file
    firstLine = outer.firstLine
    start = outer.position(of: node)
  }

  private mutating func read(_ mapping: Node.Mapping, known: [String], of subject: String) {
    for (key, value) in mapping {
      let name = key.string ?? ""
      let place = position(of: key)
      if known.contains(name) {
        entries.append((name, place, value))
      } else {
        file.error(
          "'\(name)' is not a key of the \(subject).", at: place,
          help: suggestion(for: name, in: known))
      }
    }
  }

  /// Where the value of `key` stands.
  func position(_ key: String) -> Position? { entry(key).map { position(of: $0.value) } }

  /// The value as text, or nil where the key is absent or its value is not text.
  func string(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    guard let scalar = entry.value.scalar else {
      file.error("'\(key)' is a text, not a list or mapping.", at: position(of: entry.value))
      return nil
    }
    let text = scalar.string.trimmingSpaces
    guard !text.isEmpty, scalar.style != .plain || text != "~" else {
      file.error("'\(key)' has no value.", at: entry.keyPosition, help: "\(key): …")
      return nil
    }
    return text
  }

  /// The value where `parse` understands it; `kind` says what it must be.
  private func value<Value>(_ key: String, _ kind: String, _ parse: (String) -> Value?) -> Value? {
    guard let text = string(key) else { return nil }
    if let value = parse(text) { return value }
    file.error("'\(key)' is \(kind), not '\(text)'.", at: position(key))
    return nil
  }

  func bool(_ key: String) -> Bool? { value(key, "true or false", Bool.init) }

  func webAddress(_ key: String) -> String? {
    value(key, "an address such as https://…") {
      $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
    }
  }

  /// A language tag (BCP 47), such as `de` or `zh-Hant`.
  func languageTag(_ key: String) -> String? {
    value(key, "a language's code such as en, de or zh-Hant") {
      $0.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/).map { String($0.output.0) }
    }
  }

  func integer(_ key: String) -> Int? { value(key, "a whole number") { Int($0) } }

  /// A number of minutes, seconds and the like.
  func positive(_ key: String) -> Double? {
    value(key, "a number above zero") { Double($0).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
  }

  /// The pairs of name and text under `key`, in the order they are written.
  func pairs(_ key: String) -> [(name: String, text: String, position: Position)] {
    guard let entry = entry(key) else { return [] }
    guard let mapping = entry.value.mapping else {
      file.error("'\(key)' is a list of 'name: text' lines.", at: position(of: entry.value))
      return []
    }
    return mapping.compactMap { name, text in
      guard let name = name.scalar, let text = text.scalar else {
        file.error("'\(key)' is a list of 'name: text' lines.", at: position(of: name))
        return nil
      }
      return (name.string, text.string, position(of: name.mark))
    }
  }

  /// The texts listed under `key`, or the only one.
  func strings(_ key: String) -> [(text: String, position: Position)] {
    guard let entry = entry(key) else { return [] }
    guard let sequence = entry.value.sequence else {
      return string(key).map { [($0, position(of: entry.value))] } ?? []
    }
    return sequence.compactMap { node in
      guard let text = node.scalar?.string.trimmingSpaces, !text.isEmpty else {
        file.error("'\(key)' is a list of texts.", at: position(of: node))
        return nil
      }
      return (text, position(of: node))
    }
  }

  /// The mappings listed under `key`, each with some of the `known` keys.
  func mappings(_ key: String, known: [String], of subject: String) -> [YAMLMapping] {
    guard let entry = entry(key) else { return [] }
    guard let sequence = entry.value.sequence else {
      file.error("'\(key)' is a list of '- key: value' lines.", at: position(of: entry.value))
      return []
    }
    return sequence.compactMap { node in
      guard let mapping = node.mapping else {
        file.error("A \(subject) is a list of 'key: value' lines.", at: position(of: node))
        return nil
      }
      var read = YAMLMapping(node, in: self)
      read.read(mapping, known: known, of: subject)
      return read
    }
  }

  /// The year of a date: `2010`, `2010-05-13`, or CSL's `date-parts: [[2010, 5]]` or `- year: 2010`.
  func year(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    var node = entry.value
    while let first = node.sequence?.first ?? node.mapping?.first?.value { node = first }
    let year = node.scalar.map { String($0.string.prefix { $0.isNumber }) } ?? ""
    if !year.isEmpty { return year }
    file.error(
      "'\(key)' is a date that begins with its year.", at: position(of: node),
      help: "\(key): 2010")
    return nil
  }

  /// Whether the mapping has the key.
  func has(_ key: String) -> Bool { entry(key) != nil }

  private func entry(_ key: String) -> (key: String, keyPosition: Position, value: Node)? {
    entries.first { $0.key == key }
  }

  private func position(of node: Node) -> Position { position(of: node.mark) }

  /// The place in the file of a place in the YAML text, whose columns count Unicode scalars.
  private func position(of mark: Mark?) -> Position {
    guard let mark else { return Position(line: firstLine, column: 1) }
    let line = min(firstLine + mark.line - 1, max(file.lines.count, 1))
    let text = file.lines.indices.contains(line - 1) ? file.lines[line - 1] : ""
    let before = text.unicodeScalars.prefix(max(mark.column - 1, 0))
    return Position(line: line, column: before.reduce(1) { $0 + UTF8.width($1) })
  }

  /// What to try against what libyaml says.
  private func cure(_ problem: String, at place: Position) -> String? {
    let line = file.lines.indices.contains(place.line - 1) ? file.lines[place.line - 1] : ""
    if line.drop(while: { $0 == " " }).hasPrefix("\t") { return "spaces instead of the tab" }
    // A key that stands further in than the one above it, whose value has begun.
    if line.hasPrefix(" "), line.contains(/^ +[\w-]+:( |$)/), place.line > firstLine,
      file.lines[place.line - 2].contains(/^\w+: *[^\s|>#]/)
    {
      return "the line without the spaces that it begins with"
    }
    switch problem {
    case "mapping values are not allowed in this context":
      return "quotes around a text with a colon in it: title: \"One: two\""
    case "found unexpected end of stream": return "a quote at the end of the text"
    case "did not find expected ',' or ']'": return "a bracket ] at the end of the list"
    default: return nil
    }
  }

  private func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let during = context.map { " \($0.text)" } ?? ""
      // What is not closed is told where it opens.
      let isOpen = problem.contains("end of stream") || problem.contains("']'")
      let place = position(of: isOpen ? context?.mark ?? mark : mark)
      file.error(
        "This is not YAML: \(problem)\(during).", at: place, help: cure(problem, at: place))
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates.sorted() {
        let lines = file.lines.indices.dropFirst(firstLine - 1)
          .filter { file.lines[$0].hasPrefix("\(key):") }
        let second = lines.dropFirst().first.map { Position(line: $0 + 1, column: 1) }
        file.error("'\(key)' is given twice.", at: second ?? position(of: context.mark))
      }
    default:
      file.error("This is not YAML: \(error).", at: position(of: nil))
    }
  }
}
