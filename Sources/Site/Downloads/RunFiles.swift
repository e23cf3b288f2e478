import EventFiles
import Lessons
import TrainingEngine
import TranscriptFormat

extension LessonBody {
  /// Links to the event files of some runs, each in a folder of its own.
  mutating func runs(_ caption: String, _ runs: [RecordedRun]) -> HTML {
    runGroups += 1
    let folder = "runs/\(lesson.slug)\(runGroups == 1 ? "" : "-\(runGroups)")"
    let items = runs.map { run -> HTML in
      let name = RecordedRun.folder(of: run.name)
      let path = "\(folder)/\(name)/\(name).tfevents"
      let bytes = EventFile(run.events.map(\.event), wallTime: 0).bytes
      files.append(SiteFile(path: path, contents: .bytes(bytes)))
      return """
        <li><a href="\(path)" download="" aria-label="\(words("% as event file", run.name))">\(run.name)</a> \
        <span>\(run.extent(words)), \(bytes.count.fileSize(words))</span></li>

        """
    }
    let howTo = words.html(
      "To compare them, put each file into a folder of its own inside %, then %",
      "<code>runs</code>", "<code>tensorboard --logdir runs</code>")
    return """
      <div class="runs">
      <p>\(self.caption(caption))</p>
      <ul>
      \(items.joined())</ul>
      <p>\(howTo)</p>
      </div>

      """
  }
}

extension RecordedRun {
  /// Such as `22 steps, 13 tags`.
  fileprivate func extent(_ words: FrameWords) -> String {
    let steps = Set(events.map(\.step)).count, tags = Set(events.map(\.tag)).count
    return [
      steps == 1 ? words("1 step") : words("% steps", "\(steps)"),
      tags == 1 ? words("1 tag") : words("% tags", "\(tags)"),
    ].joined(separator: ", ")
  }
}

extension RecordedRun.Event {
  fileprivate var event: RunEvent {
    switch content {
    case .number(let value): RunEvent(tag: tag, step: step, .number(value))
    case .histogram(let lower, let upper, let counts, let outside):
      RunEvent(
        tag: tag, step: step,
        // A range that is none comes from no program of ours.
        .histogram(
          Histogram(range: min(lower, upper)...max(lower, upper), counts: counts, outside: outside))
      )
    }
  }
}

extension Int {
  /// So many bytes, for a reader: `900 bytes`, `58 KB`, `1.2 MB`.
  fileprivate func fileSize(_ words: FrameWords) -> String {
    if self < 1000 { return words("% bytes", "\(self)") }
    if self < 1_000_000 { return "\((self + 500) / 1000) KB" }
    let tenths = (self + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
