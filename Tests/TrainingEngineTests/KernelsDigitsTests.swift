import Foundation
import Testing
import TrainingKernels

/// The packed digits against the file they were packed from.
struct KernelsDigitsTests {
  @Test func unpackToTheRowsOfTheFile() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lessons/data/digits.csv")
    let rows = try String(contentsOf: file, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == Int(TK_DIGIT_COUNT))
    for (index, row) in rows.enumerated() {
      let expected = row.split(separator: ",").compactMap { UInt8($0) }
      var pixels = [UInt8](repeating: 99, count: 64)
      let label = tk_digit(index, &pixels)
      #expect(pixels + [UInt8(label)] == expected, "digit \(index)")
    }
  }
}
