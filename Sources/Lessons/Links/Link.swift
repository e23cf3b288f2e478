import Foundation

/// The destination of a link as a lesson writes it.
struct Link {
  let text: String
  let position: Position
  /// What stands before the `#`, without percent escapes.
  let path: String
  /// What stands behind the `#`.
  let anchor: String?

  /// Reads a destination behind the mark that holds its place.
  init(_ marked: String, _ lesson: ReadLesson) {
    text = lesson.marks.restoring(marked)
    if case .mark(let mark)? = lesson.marks.pieces(of: marked).first {
      position = mark.position
    } else {
      position = Position(line: 1, column: 1)
    }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    self.path = path.removingPercentEncoding ?? path
    anchor = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? String(parts[1]) : nil
  }

  /// The scheme of a link that leads out of the site, such as `https`.
  var scheme: String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    let isScheme =
      scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isScheme ? String(scheme) : nil
  }

  /// The path with `.` and `..` taken out; nil where it leaves the folder.
  var pathInFolder: String? { cleaned(path) }
}

/// A path with `.` and `..` taken out; nil where it leaves the folder.
func cleaned(_ path: String) -> String? {
  guard !path.hasPrefix("/") else { return nil }
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(part)
    } else if parts.popLast() == nil {
      return nil
    }
  }
  return parts.joined(separator: "/")
}
