/// The known name that a misspelt one most likely means, or nil where none is near.
///
///     nearestName(to: "lable", in: ["label", "eval"])  // == "label"
///
/// Near is at most one edit in three characters; an edit inserts, drops or replaces a character or
/// swaps two neighbors. The first of equally near names wins.
package func nearestName(to name: String, in known: [String]) -> String? {
  let limit = max(1, name.count / 3)
  let distances = known.map { (name: $0, distance: editDistance(from: name, to: $0)) }
  return distances.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
}

/// What to try instead of an unknown name: the nearest one, or else all there are.
func suggestion(for name: String, in known: [String]) -> String? {
  nearestName(to: name, in: known) ?? oneOf(known)
}

/// `one of label, eval, echo`, or the only name; nil for none, and for more than one takes in at a
/// glance.
func oneOf(_ names: [String]) -> String? {
  guard names.count <= 12 else { return nil }
  return names.count > 1 ? "one of \(names.joined(separator: ", "))" : names.first
}

private func editDistance(from left: String, to right: String) -> Int {
  let left = Array(left.lowercased().prefix(100)), right = Array(right.lowercased().prefix(100))
  var twoBack: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, twoBack[column - 1] + 1)
      }
      current.append(best)
    }
    (twoBack, previous) = (previous, current)
  }
  return previous[right.count]
}
