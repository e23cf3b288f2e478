/// A name for references, such as `fig-depth` or `sec-why`; unique in the course.
struct Label {
  var name: String
  var position: Position

  /// What a label can name; the raw value is what it begins with, before a dash.
  enum Kind: String, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"
    case section = "sec"
    case exercise = "exr"

    /// What can have such a label.
    var bearer: String {
      switch self {
      case .figure: "experiment"
      case .table: "experiment or table"
      case .equation: "equation"
      case .section: "heading"
      case .exercise: "exercise"
      }
    }

    /// The kind that a text names, or nil where it is no label.
    init?(label text: String) {
      guard let dash = text.firstIndex(of: "-"), text.isName,
        let kind = Kind(rawValue: String(text[..<dash])), text.index(after: dash) < text.endIndex
      else { return nil }
      self = kind
    }
  }
}

extension BlockReader {
  /// Takes an id that the author wrote; one that is a label of the `kind` can be referred to.
  func take(_ id: String, _ kind: Label.Kind?, at position: Position) {
    let isLabel = kind != nil && Label.Kind(label: id) == kind
    if !ids.take(id), !isLabel || !labels.contains(where: { $0.name == id }) {
      file.error("The id '\(id)' is taken already on this page.", at: position)
    }
    if isLabel { labels.append(Label(name: id, position: position)) }
  }

  /// Takes the label that something numbered has; another name is refused.
  func takeLabel(_ id: String, _ kind: Label.Kind, of subject: String, at position: Position) {
    if Label.Kind(label: id) != kind {
      let name = slugified(id)
      file.error(
        "The name of \(subject) begins with \(kind.rawValue)-; it is not '\(id)'.", at: position,
        help: name.isName ? "#\(kind.rawValue)-\(name)" : nil)
    }
    take(id, kind, at: position)
  }

  /// Where the id of the next `{#id}` stands, at or below a place.
  func position(ofID id: String, from place: Position) -> Position {
    let brace = file.position(of: "{#\(id)}", from: place)
    return Position(line: brace.line, column: brace.column + 1)
  }
}
