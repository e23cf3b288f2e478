/// What a series is beside the chart's own data.
package enum Aside: Equatable, Sendable {
  /// An earlier result, drawn faded behind the others.
  case ghost
  /// What the reader expects, drawn dashed and named.
  case prediction
}

extension ChartContent {
  /// The content as the ghost of an earlier result: faded, behind everything else, and not named
  /// beside the lines. It keeps the color that its value has.
  ///
  ///     LineMark(x: .value("Step", $0.step), y: .value("Loss", $0.value)).ghost()
  public func ghost() -> Self {
    var copy = self
    copy.forEachMark { $0.details.style.aside = .ghost }
    return copy
  }

  /// The content as what the reader predicts: dashed, and marked "your prediction" unless it has an
  /// annotation of its own.
  ///
  ///     RuleMark(y: .value("Loss", guess.value)).prediction()
  public func prediction() -> Self {
    var copy = self
    var isNamed = false
    copy.forEachMark { mark in
      mark.details.style.aside = .prediction
      mark.details.style.color = mark.details.style.color ?? .pink
      if mark.kind.shape == .point {
        mark.details.style.symbol = mark.details.style.symbol ?? .cross
      } else if mark.details.style.stroke == nil {
        mark.details.style.stroke = StrokeStyle(dash: [3, 4])
      }
      // A line is named once.
      guard mark.details.annotation == nil, !isNamed else { return }
      mark.details.annotation = Annotation(text: "your prediction", position: .automatic)
      isNamed = true
    }
    return copy
  }
}
