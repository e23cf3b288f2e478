extension ChartLayout {
  /// Draws a triangle at the edge for each excursion of a series beyond it.
  ///
  /// - Returns: what to tell in words: the first infinite value of each series and the farthest
  ///   finite one.
  func drawOverflows(into svg: inout SVGText, _ placement: inout LabelPlacement) -> [OverflowNote] {
    guard findings.infinite + findings.outside > 0 else { return [] }
    var isNamed = false
    if case .atEnds(let labels) = names { isNamed = labels.count > 1 }
    var tips: [Point] = []
    var notes: [OverflowNote] = []
    for series in plan.data.series where series.kind.isData && !series.isEcho {
      let overflows = plot.overflows(of: series)
      guard !overflows.isEmpty else { continue }
      var path = PathData()
      var places: [(index: Int, at: Point)] = []
      for overflow in overflows {
        let inward = overflow.isAbove ? 8.0 : -8
        var tip = Point(x: overflow.x, y: overflow.isAbove ? plot.frame.top : plot.frame.bottom)
        // Triangles of several series at one place stand behind each other.
        while tips.contains(where: { abs($0.x - tip.x) < 8 && abs($0.y - tip.y) < 8 }) {
          tip.y += inward
        }
        tips.append(tip)
        places.append((overflow.index, Point(x: tip.x, y: tip.y + inward / 2)))
        path.outline([
          tip, Point(x: tip.x + 5, y: tip.y + inward), Point(x: tip.x - 5, y: tip.y + inward),
        ])
        placement.keepFree(
          Frame(
            left: tip.x - 6, top: tip.y + min(inward, 0), right: tip.x + 6,
            bottom: tip.y + max(inward, 0)))
      }
      svg.element(
        "path", [("class", "chart-overflow"), ("fill", series.paint.css), ("d", path.text)])
      let first = overflows.first { !$0.value.isFinite }
      let farthest = overflows.filter { $0.value.isFinite }
        .max { abs($0.value) < abs($1.value) }
      for overflow in [first, farthest] {
        guard let overflow, let place = places.first(where: { $0.index == overflow.index })?.at
        else { continue }
        notes.add(
          OverflowNote(
            what: told(overflow, of: series), place: place, isAbove: overflow.isAbove,
            names: isNamed ? series.label.map { [$0] } ?? [] : [], paint: series.paint))
      }
    }
    return notes
  }

  /// Writes the notes for which there is room; the triangles and the warning in the corner tell of
  /// the others.
  func draw(_ notes: [OverflowNote], into svg: inout SVGText, _ placement: inout LabelPlacement) {
    for note in notes {
      let text = note.text(atMost: plot.frame.width - 4)
      guard placement.place(text, of: note, into: &svg) else { continue }
      if text.utf8.count > note.what.utf8.count { placement.names += note.names }
    }
  }

  /// A value and where it is: "∞ at step 74".
  private func told(_ overflow: Overflow, of series: DataSeries) -> String {
    let place = plan.data.x.text(series.x[overflow.index])
    let value =
      plan.data.y.isPercent ? plan.data.y.text(overflow.value) : ReaderNumber.text(overflow.value)
    return value + " at " + lowercasedFirst(plan.data.x.title) + " "
      + place
  }
}

/// What is written at a triangle at the edge.
struct OverflowNote {
  let what: String
  let place: Point
  let isAbove: Bool
  var names: [String]
  var paint: Paint

  /// The note with the names of its series, or without them where they are too long.
  func text(atMost width: Double) -> String {
    let whole = names.isEmpty ? what : names.joined(separator: ", ") + ": " + what
    return textWidth(whole) <= width ? whole : what
  }
}

extension [OverflowNote] {
  /// Adds a note, or its series to one that says the same.
  fileprivate mutating func add(_ note: OverflowNote) {
    let same = firstIndex {
      $0.what.utf8.elementsEqual(note.what.utf8) && $0.isAbove == note.isAbove
    }
    guard let same else { return append(note) }
    self[same].names += note.names
    self[same].paint = .color(.primary)
  }
}
