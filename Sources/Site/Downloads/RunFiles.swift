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
        <li><a href="\(path)" download="" aria-label="\(run.name) as event file">\(run.name)</a> \
        <span>\(run.extent), \(bytes.count.fileSize)</span></li>

        """
    }
    return """
      <div class="runs">
      <p>\(self.caption(caption))</p>
      <ul>
      \(items.joined())</ul>
      <p>To compare them, put each file into a folder of its own inside <code>runs</code>, then \
      <code>tensorboard --logdir runs</code></p>
      </div>

      """
  }
}

extension RecordedRun {
  /// Such as `22 steps, 13 tags`.
  fileprivate var extent: String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return count(Set(events.map(\.step)).count, "step") + ", "
      + count(Set(events.map(\.tag)).count, "tag")
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
  fileprivate var fileSize: String {
    if self < 1000 { return "\(self) bytes" }
    if self < 1_000_000 { return "\((self + 500) / 1000) KB" }
    let tenths = (self + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
