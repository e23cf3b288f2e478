// Rates
// A course, lesson 1
//
// gradus run a-lesson.swift

// MARK: - First <part>

let rate = 0.1
let twice = 2 * rate

print(twice)
