// A tag stands for many events, so it is written once, and then its number.

extension ByteWriter {
  mutating func write(_ run: RecordedRun) {
    var tags: [String] = []
    var numbers: [String: Int] = [:]
    for event in run.events where numbers[event.tag] == nil {
      numbers[event.tag] = tags.count
      tags.append(event.tag)
    }
    write(run.name)
    write(tags.count)
    for tag in tags { write(tag) }
    write(run.events.count)
    for event in run.events {
      write(numbers[event.tag] ?? 0)
      write(event.step)
      switch event.content {
      case .number(let value):
        write(UInt8(1))
        write(value)
      case .histogram(let lower, let upper, let counts, let outside):
        write(UInt8(2))
        write(lower)
        write(upper)
        write(counts.count)
        for count in counts { write(count) }
        write(outside)
      }
    }
  }
}

extension ByteReader {
  mutating func run() -> RecordedRun? {
    guard let name = text(), let tags = list({ $0.text() }),
      let events = list({ $0.event(tags: tags) })
    else { return nil }
    return RecordedRun(name: name, events: events)
  }

  private mutating func event(tags: [String]) -> RecordedRun.Event? {
    guard let tag = int(), tags.indices.contains(tag), let step = int(), let kind = byte() else {
      return nil
    }
    switch kind {
    case 1:
      guard let value = double() ?? nil else { return nil }
      return RecordedRun.Event(tag: tags[tag], step: step, .number(value))
    case 2:
      guard let lower = double() ?? nil, let upper = double() ?? nil,
        let counts = list({ $0.int() }), let outside = int()
      else { return nil }
      return RecordedRun.Event(
        tag: tags[tag], step: step,
        .histogram(lower: lower, upper: upper, counts: counts, outside: outside))
    default: return nil
    }
  }
}
