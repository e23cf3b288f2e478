import Foundation
import Testing

/// Each quantity and outcome that the course stands on has a test, and only one.
@Suite struct ReferenceChecklist {
  @Test func theListIsWhole() {
    #expect(referenceBands.count == 64 && referenceOutcomes.count == 17)
    let ids = referenceBands.map(\.id) + referenceOutcomes
    #expect(Set(ids).count == ids.count)
  }

  /// A name counts where it stands as text in a test: for a band, or in the trait of an outcome.
  @Test(arguments: referenceBands.map(\.id) + referenceOutcomes)
  func hasOneTest(_ id: String) throws {
    let files = try testTexts.get().filter { name(id, isMadeBy: $0.text) }.map(\.file)
    #expect(files.count == 1, "\(id) is in \(files)")
  }

  @Test func anInterpolationStandsForANumber() {
    #expect(name("borndead.n4.L10", isMadeBy: #"borndead.n\(width).L\(depth)"#))
    #expect(name("rnn.orth.slope.0.9", isMadeBy: #"rnn.orth.slope.\(radius)"#))
    #expect(!name("borndead.line.n4.L20", isMadeBy: #"borndead.n\(width).L\(depth)"#))
    #expect(!name("chain.steps.L16", isMadeBy: "chain.steps.L1"))
  }
}

/// Whether `text`, as it stands between quotes in source, is `id`; "L\(length)" is "L16".
private func name(_ id: String, isMadeBy text: String) -> Bool {
  let pieces = text.components(separatedBy: "\\(").enumerated().map { index, piece in
    index == 0 ? piece[...] : piece.drop { $0 != ")" }.dropFirst()
  }
  var rest = id[...]
  for (index, piece) in pieces.enumerated() {
    if index > 0 {
      rest = rest.drop { $0.isNumber }
      if rest.first == ".", rest.dropFirst().first?.isNumber == true {
        rest = rest.dropFirst().drop { $0.isNumber }
      }
    }
    guard rest.hasPrefix(piece) else { return false }
    rest = rest.dropFirst(piece.count)
  }
  return rest.isEmpty
}

/// What stands between quotes in the sources of the tests, but for the list itself and this file.
private let testTexts = Result { () throws -> [(file: String, text: String)] in
  let folder = (#filePath as NSString).deletingLastPathComponent
  let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
    $0.hasSuffix("Tests.swift")
  }
  return try files.flatMap { file in
    let source = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    return source.split(separator: "\n").flatMap { line in
      line.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }
        .map { (file, $0.element) }
    }
  }
}
