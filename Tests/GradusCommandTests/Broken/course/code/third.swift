// snippet.third
func third(_ values: [Int]) -> Int { values[2] }
// snippet.end
