import EventFiles
import Lessons
import Site
import Testing
import TrainingEngine
import TranscriptFormat

/// Recorded runs are offered as event files.
struct RunFilesTests {
  private let plain = RecordedRun(
    name: "rate 0.1",
    events: [
      .init(tag: "loss", step: 0, .number(2)), .init(tag: "loss", step: 10, .number(.nan)),
      .init(
        tag: "activation", step: 10,
        .histogram(lower: -1, upper: 1, counts: [0, 3, 1], outside: 0)),
    ])

  private func site(_ outputs: [Output]) throws -> Site {
    try readLesson("# A\n\n```swift\nshow\n```\n").site(showing: [outputs])
  }

  @Test func eachRunIsAFileInAFolderOfItsName() throws {
    let many = RecordedRun(
      name: "<many>", events: (0..<25_000).map { .init(tag: "loss", step: $0, .number(1)) })
    let site = try site([.runs(caption: "Both & more.", [plain, many])])
    let page = try site.main("a-lesson.html")
    #expect(
      page.contains(
        """
        <div class="runs">
        <p>Both &amp; more.</p>
        <ul>
        <li><a href="runs/a-lesson/rate-0.1/rate-0.1.tfevents" download="" \
        aria-label="rate 0.1 as event file">rate 0.1</a> <span>2 steps, 2 tags, 230 bytes</span></li>
        <li><a href="runs/a-lesson/many/many.tfevents" download="" \
        aria-label="&lt;many&gt; as event file">&lt;many&gt;</a> <span>25000 steps, 1 tag, 1.1 MB</span></li>
        </ul>
        """))
    #expect(page.contains("<code>tensorboard --logdir runs</code>"))
    var file = EventFile(wallTime: 0)
    file.add("loss", 2, step: 0, wallTime: 0)
    file.add("loss", .nan, step: 10, wallTime: 10)
    file.add(
      "activation", Histogram(range: -1...1, counts: [0, 3, 1]), step: 10, wallTime: 10)
    #expect(
      site.files.first { $0.path == "runs/a-lesson/rate-0.1/rate-0.1.tfevents" }?.contents
        == .bytes(file.bytes))
  }

  @Test func runsThatAreOfferedTwiceDoNotMeet() throws {
    let site = try site([
      .runs(caption: "One.", [plain]), .text("2"), .runs(caption: "Another.", [plain]),
    ])
    #expect(
      site.files.map(\.path).filter { $0.hasPrefix("runs/") } == [
        "runs/a-lesson-2/rate-0.1/rate-0.1.tfevents", "runs/a-lesson/rate-0.1/rate-0.1.tfevents",
      ])
  }

  @Test(arguments: [
    ("rate 0.001", "rate-0.001"), ("plain", "plain"), ("../../etc", "etc"), ("a/b\\c", "a-b-c"),
    ("η = 0.1", "0.1"), (".hidden.", "hidden"), ("A_b", "A_b"), ("—", ""), ("", ""),
  ])
  func aNameBecomesAFolder(_ name: String, _ folder: String) {
    #expect(RecordedRun.folder(of: name) == folder)
  }
}
