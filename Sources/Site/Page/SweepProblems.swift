import Lessons
import TranscriptFormat

extension Sweep {
  /// What keeps an experiment from being shown at all of its positions.
  func error(initially outputs: [Output]) -> (message: String, help: String)? {
    if let irregular {
      return (
        "The controls of this block are others at \(irregular) than at first.",
        "declare every control whatever the values of the others are"
      )
    }
    let kinds = outputs.dropFirst(start).compactMap(\.kindThatChanges)
    for position in positions {
      let others = position.outputs.compactMap(\.kindThatChanges)
      guard others != kinds else { continue }
      return (
        "At \(text(of: position.choice)) this block shows \(others.inWords), but at first "
          + "\(kinds.inWords).",
        "show the same figures, tables and values at every position"
      )
    }
    return nil
  }

  /// Axes that change from position to position, so that a reader who compares heights is misled.
  func jumpingAxes(initially outputs: [Output]) -> [(message: String, help: String)] {
    let initial = outputs.dropFirst(start).filter { $0.kindThatChanges != nil }
    var warnings: [(message: String, help: String)] = []
    for (index, output) in initial.enumerated() {
      guard case .figure(let figure) = output else { continue }
      for axis in figure.axes {
        let ranges = positions.compactMap { position -> (choice: [Int], range: Figure.Axis)? in
          guard case .figure(let other) = position.outputs[index] else { return nil }
          return other.axes.first { $0.name == axis.name }.map { (position.choice, $0) }
        }
        guard let other = ranges.first(where: { $0.range != axis }) else { continue }
        let all = ranges.map(\.range) + [axis]
        let lower = all.map(\.lower).min() ?? 0, upper = all.map(\.upper).max() ?? 1
        warnings.append(
          (
            "The \(axis.name.lowercased()) axis of “\(figure.caption)” reaches from "
              + "\(axis.text) at \(text(of: initialChoice)), but from \(other.range.text) at "
              + "\(text(of: other.choice)), so that the drawings cannot be compared.",
            ".chart\(axis.name)Scale(domain: \(lower.source(.down))...\(upper.source(.up)))"
          ))
      }
    }
    return warnings
  }
}

extension Output {
  /// What it is called, if it can differ between positions.
  fileprivate var kindThatChanges: String? {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .text: "value"
    case .printed, .failure, .runs, .claim: nil
    }
  }
}

extension [String] {
  /// Such as "2 figures and 1 table".
  fileprivate var inWords: String {
    var names: [String] = []
    for name in self where !names.contains(name) { names.append(name) }
    if names.isEmpty { return "nothing" }
    return names.map { name in
      let count = self.count { $0 == name }
      return "\(count) \(name)\(count == 1 ? "" : "s")"
    }.joined(separator: " and ")
  }
}

extension Figure.Axis {
  fileprivate var text: String { "\(lower.source(.down)) to \(upper.source(.up))" }
}

extension Double {
  /// The number in Swift with at most two digits that matter, none of it cut off.
  fileprivate func source(_ rule: FloatingPointRoundingRule) -> String {
    guard self != 0, isFinite else { return "0" }
    var digits = magnitude
    var power = 0
    while digits >= 100 {
      digits /= 10
      power += 1
    }
    while digits < 10 {
      digits *= 10
      power -= 1
    }
    let number = "\(Int((self < 0 ? -digits : digits).rounded(rule)))e\(power)"
    let value = Double(number) ?? self
    return value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
