// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "gradus",
  products: [
    .executable(name: "gradus", targets: ["GradusCommand"]),
    .library(name: "TrainingEngine", targets: ["TrainingEngine"]),
    .library(name: "SVGCharts", targets: ["SVGCharts"]),
    .library(name: "EventFiles", targets: ["EventFiles"]),
    // Lesson programs link against this at build time of the course.
    .library(name: "LessonKit", type: .dynamic, targets: ["LessonKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // Its traits are not needed, and two of them reach the compiler in another order at every run,
    // which would compile it anew.
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
  ],
  targets: [
    // What runs inside a lesson, and (as Embedded Swift) inside a browser.
    .target(name: "TrainingKernels"),
    .target(
      name: "TrainingEngine", dependencies: ["TrainingKernels"],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "SVGCharts", exclude: ["README.md"]),
    .target(name: "TranscriptFormat"),
    .target(name: "LessonTrace"),
    .target(
      name: "LessonKit",
      dependencies: [
        "TrainingEngine", "SVGCharts", "TranscriptFormat",
        .target(name: "LessonTrace", condition: .when(platforms: [.linux])),
      ]),

    // What reads, runs and publishes lessons.
    .target(name: "LessonSandbox"),
    .systemLibrary(
      name: "CMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDuktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CLZMA", providers: [.apt(["liblzma-dev"])]),
    .target(name: "Lessons", dependencies: ["CMarkGFM", "Yams"]),
    .target(
      name: "Notebook", dependencies: ["CLZMA", "Lessons", "TranscriptFormat", "LessonSandbox"],
      plugins: ["SourceDigest"]),
    .plugin(name: "SourceDigest", capability: .buildTool(), exclude: ["digest.sh"]),
    .target(
      name: "Site",
      dependencies: [
        "Lessons", "TranscriptFormat", "TrainingEngine", "EventFiles", "CDuktape",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Theme/README.md"],
      // The page's frame, so that the tool is one file.
      resources: [.embedInCode("Theme")], plugins: ["SourceDigest"]),
    .executableTarget(
      name: "GradusCommand",
      dependencies: [
        "Lessons", "Notebook", "Site", "LessonSandbox", "LessonKit", "TranscriptFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),

    .target(
      name: "EventFiles",
      dependencies: [
        "TrainingEngine", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["README.md", "event.proto"]),

    .executableTarget(
      name: "EngineBenchmarks", dependencies: ["TrainingEngine", "TrainingKernels", "SVGCharts"],
      path: "Benchmarks/Engine"),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "TrainingEngineTests",
      dependencies: ["TrainingEngine", "TrainingKernels", "TestSupport"]),
    .testTarget(
      name: "SVGChartsTests", dependencies: ["SVGCharts", "TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "EventFilesTests", dependencies: ["EventFiles", "TrainingEngine"]),
    .testTarget(name: "TranscriptFormatTests", dependencies: ["TranscriptFormat"]),
    .testTarget(
      name: "LessonKitTests", dependencies: ["LessonKit", "TestSupport"], exclude: ["Golden"]),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "TestSupport"], exclude: ["lesson-format.md"]),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook", "TestSupport"], exclude: ["Golden"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", "Lessons", "TranscriptFormat", "TrainingEngine", "EventFiles", "TestSupport",
      ],
      exclude: ["Cases", "Golden"]),
    .testTarget(
      name: "GradusCommandTests",
      dependencies: [
        "GradusCommand", "Notebook", "Site", "Lessons", "TranscriptFormat", "EventFiles",
        "TrainingEngine", "TestSupport",
      ],
      exclude: ["Broken", "EveryPart", "Golden", "StandIn"]),
    .testTarget(name: "ProjectTests"),
  ],
  swiftLanguageModes: [.v6]
)
