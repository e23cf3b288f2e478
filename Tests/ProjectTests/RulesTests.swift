import Testing

private typealias Rule = (pattern: Regex<Substring>, reason: String)

/// What no module may use: results must not depend on the moment, the place or chance.
private var everywhere: [Rule] {
  [
    (/\bDate\(\)/, "the clock"),
    (
      /SystemRandomNumberGenerator|\.random\(in:|\.shuffled\(\)|\.randomElement\(/,
      "the system's chance"
    ),
    (/\bLocale\b|NumberFormatter|String\(format:/, "the locale"),
    (/\bhashValue\b/, "hashes, which differ from run to run"),
  ]
}

/// What the modules that also run in a browser may not use.
private var inABrowser: [Rule] {
  [
    (/\bimport Foundation\b/, "Foundation"),
    (/\bMirror\(/, "reflection"),
    (/\bKeyPath</, "key paths"),
    (/\b(?:Glibc|Darwin)\.(?:exp|log|sin|cos|tanh|pow)\(/, "the system's mathematics"),
  ]
}

@Test(arguments: try ProjectFiles.modules())
func nothingDependsOnMomentPlaceOrChance(_ module: String) throws {
  for (path, text) in try ProjectFiles.sources(of: module) {
    for (pattern, reason) in everywhere where text.contains(pattern) {
      Issue.record("\(path) uses \(reason)")
    }
  }
}

@Test(arguments: ["TrainingEngine", "SVGCharts", "TranscriptFormat", "LessonKit"])
func whatRunsInABrowserStaysSmall(_ module: String) throws {
  for (path, text) in try ProjectFiles.sources(of: module) {
    for (pattern, reason) in inABrowser where text.contains(pattern) {
      Issue.record("\(path) uses \(reason)")
    }
  }
}

@Test func noFileIsTooLargeToRead() throws {
  for module in try ProjectFiles.modules() {
    // Nobody reads what protoc-gen-swift wrote.
    for (path, text) in try ProjectFiles.sources(of: module) where !path.hasSuffix(".pb.swift") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 260, "\(path) has \(lines) lines")
    }
  }
}
