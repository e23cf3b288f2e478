// snippet.mean
/// The mean of some numbers.
func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
}
// snippet.end
