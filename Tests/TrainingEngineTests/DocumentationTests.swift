import Foundation
import Testing

/// Whoever finds a public declaration finds a sentence above it.
@Test(arguments: ["TrainingEngine", "EventFiles"])
func everyPublicDeclarationIsDocumented(_ module: String) throws {
  let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/\(module)")
  let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".swift") && !$0.hasSuffix(".pb.swift") }
  var count = 0
  for file in files {
    let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.drop { $0 == " " }
    }
    for (index, line) in lines.enumerated() where line.firstMatch(of: #/^(@\w+ )*public\b/#) != nil
    {
      count += 1
      let above = lines[..<index].last { !$0.hasPrefix("@") && !$0.hasPrefix("#") } ?? ""
      #expect(above.hasPrefix("///"), "\(file):\(index + 1): \(line)")
    }
  }
  #expect(count > 5)
}

/// Whoever finds a public declaration of the engine finds code that uses it, with the answer; that the
/// answers are right, the tests of the tool check.
@Test func everyPublicDeclarationIsShownInAnExampleWithItsAnswer() throws {
  let declarations = try PublicDeclarations(of: "TrainingEngine")
  #expect(declarations.all.count > 400)
  for one in declarations.all where !declarations.isShown(one) {
    Issue.record("\(one.place): no example shows \(one.kind) \(one.type) \(one.name)")
  }
}
