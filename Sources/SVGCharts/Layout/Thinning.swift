/// The first, lowest, highest and last point of each column of pixels.
///
/// No column covers another range than with all the points. This is M4 (Jugel et al., VLDB 2014).
package func thinned(_ run: [Point]) -> [Point] {
  guard run.count > 4 else { return run }
  var kept: [Point] = []
  var start = 0
  while start < run.count {
    let column = run[start].x.roundedDown
    var low = start, high = start, end = start + 1
    while end < run.count, run[end].x.roundedDown == column {
      if run[end].y < run[low].y { low = end }
      if run[end].y > run[high].y { high = end }
      end += 1
    }
    let inner = low < high ? (low, high) : (high, low)
    if end - start > 4 {
      // On one vertical, which draws the same pixels in half the bytes.
      for index in [start, inner.0, inner.1, end - 1] {
        kept.append(Point(x: column + 0.5, y: run[index].y))
      }
      start = end
      continue
    }
    var last = -1
    for index in [start, inner.0, inner.1, end - 1] where index != last {
      kept.append(run[index])
      last = index
    }
    start = end
  }
  return kept
}
