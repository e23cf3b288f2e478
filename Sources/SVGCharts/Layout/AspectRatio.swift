/// How a unit of the x axis compares with one of the y axis.
public enum ChartAspectRatio: Sendable {
  /// The plot fills its figure.
  case automatic
  /// A unit is as long along x as along y, so that a circle is round and a right angle right: for
  /// axes of one kind, two weights or the two parts of a gradient. Axes of words and logarithms have
  /// no such unit and stay as they are.
  case equal
}

extension Chart {
  /// The chart with the units of its axes in a ratio.
  ///
  ///     VectorField(x: "w₁", y: "w₂", name: "−gradient", at: places) { x, y in (-x, -y) }
  ///     // …
  ///     .chartAspectRatio(.equal)   // every arrow points at the minimum, to the eye as well
  public func chartAspectRatio(_ ratio: ChartAspectRatio) -> Chart {
    var copy = self
    copy.options.aspectRatio = ratio
    return copy
  }

  /// The height at which the plot of a chart with equal units fills a width, within reason; `nil` for
  /// any other chart.
  func equalHeight(forWidth width: Int) -> Int? {
    var chart = self
    chart.options.aspectRatio = .automatic
    guard let ratio = ChartPlan(self).heightToWidth else { return nil }
    let tall = 10_000.0
    let frame = ChartLayout(ChartPlan(chart), width: Double(width), height: tall).plot.frame
    let most = Double(width) * (width >= 500 ? 0.8 : 1.2)
    let height = min(max(frame.width * ratio, 100), most) + tall - frame.height
    return Int(height.roundedUp)
  }
}

extension ChartPlan {
  /// The height of the plot by its width, if units are to be equal.
  var heightToWidth: Double? {
    guard options.aspectRatio == .equal, !data.x.isCategorical, !data.y.isCategorical,
      options.xType == .linear, options.yType == .linear
    else { return nil }
    let ratio =
      (yDomain.upperBound - yDomain.lowerBound) / (xDomain.upperBound - xDomain.lowerBound)
    return ratio > 0 && ratio.isFinite ? ratio : nil
  }

  /// The part of a frame, from its upper left corner, in which units are as they are to be.
  ///
  /// - Parameter inset: the air between the frame and the ends of both axes.
  func fitted(_ frame: Frame, inset: Double) -> Frame {
    guard let ratio = heightToWidth else { return frame }
    var fitted = frame
    let width = frame.width - 2 * inset, height = frame.height - 2 * inset
    if width * ratio > height {
      fitted.right = frame.left + height / ratio + 2 * inset
    } else {
      fitted.bottom = frame.top + width * ratio + 2 * inset
    }
    return fitted
  }
}
