/// What of the data has no place in the plot.
struct Findings: Sendable {
  /// Values of the chart's data, and those among them that are NaN or infinite, that a log axis
  /// cannot hold, that lie outside a given domain.
  private(set) var count = 0
  private(set) var notNumbers = 0, infinite = 0, notPositive = 0, outside = 0
  /// Whether one of those that are not positive is less than zero.
  private var hasNegative = false
  /// How many lines of a name each there are, if there are more than looks.
  private var lookalikes = 0

  init(_ plan: ChartPlan) {
    let (data, options) = (plan.data, plan.options)
    let names = data.colors.categories.keys.count
    let hasLines = data.series.contains { $0.kind.shape == .line && $0.kind.isData }
    if names > ChartData.looks, hasLines, options.legend != .hidden { lookalikes = names }
    for series in data.series where series.kind.isData && !series.isEcho {
      count += series.x.count
      let isPlain = series.yEnd.isEmpty && !series.spansX && !series.spansY
      for index in series.indices {
        if isPlain, plan.xDomain.contains(series.x[index]), plan.yDomain.contains(series.y[index]) {
          continue
        }
        let x = series.spansX ? plan.xDomain.lowerBound : series.x[index]
        let y = series.spansY ? plan.yDomain.lowerBound : series.y[index]
        let end = series.yEnd.isEmpty ? y : series.yEnd[index]
        if x.isNaN || y.isNaN || end.isNaN {
          notNumbers += 1
        } else if !x.isFinite || !y.isFinite || !end.isFinite {
          infinite += 1
        } else if (options.xType == .log && x <= 0) || (options.yType == .log && min(y, end) <= 0) {
          notPositive += 1
          if options.xType == .log && x < 0 || options.yType == .log && min(y, end) < 0 {
            hasNegative = true
          }
        } else if series.kind.room != .band,
          !plan.xDomain.contains(x) || !plan.yDomain.contains(y) || !plan.yDomain.contains(end)
        {
          outside += 1
        }
      }
    }
  }

  /// How many values are nowhere in the plot.
  var missing: Int { notNumbers + notPositive }

  /// One sentence for each thing that a reader must know to trust the picture.
  var notices: [String] {
    var notices: [String] = []
    func add(_ number: Int, _ one: String, _ many: String) {
      if number > 0 { notices.append(number == 1 ? "1 " + one : String(number) + " " + many) }
    }
    if let message { notices.append(message) }
    add(
      notNumbers, "value is not a number (NaN) and is not drawn.",
      "values are not numbers (NaN) and are not drawn.")
    add(
      infinite, "value is infinite; a triangle at the edge marks it.",
      "values are infinite; triangles at the edge mark them.")
    add(
      notPositive,
      "value is zero or negative, has no place on a logarithmic axis and is not drawn.",
      "values are zero or negative, have no place on a logarithmic axis and are not drawn.")
    add(
      outside, "value lies outside the axis; a triangle at the edge marks it.",
      "values lie outside the axis; triangles at the edge mark them.")
    if lookalikes > 0 {
      notices.append(
        String(lookalikes) + " series share " + String(ChartData.looks)
          + " pairs of color and dash, so some look alike.")
    }
    return notices
  }

  /// Why the plot is empty, if it is.
  var message: String? {
    if count == 0 { return "There are no data to draw." }
    guard notNumbers + infinite + notPositive == count else { return nil }
    if notPositive > 0 { return "No value is positive, so a logarithmic axis has nothing to show." }
    return "No value is finite, so there is nothing to draw."
  }

  /// The notices in a few words, for the corner of the chart.
  var warning: String {
    let alike =
      lookalikes == 0
      ? [] : [String(lookalikes) + " series in " + String(ChartData.looks) + " looks"]
    let parts = (inWords.utf8.isEmpty ? [] : [inWords]) + alike
    return parts.isEmpty ? "" : "⚠ " + parts.joined(separator: ", ")
  }

  /// The kinds of values without a place in the plot and how many there are.
  var inWords: String {
    var parts: [String] = []
    if notNumbers > 0 { parts.append(String(notNumbers) + " NaN") }
    if infinite > 0 { parts.append(String(infinite) + " infinite") }
    if notPositive > 0 {
      parts.append(
        String(notPositive) + (notPositive == 1 ? " is 0" : " are 0")
          + (hasNegative ? " or less" : ""))
    }
    if outside > 0 { parts.append(String(outside) + " outside") }
    return parts.joined(separator: ", ")
  }
}
