/// One thing that a run recorded, as programs take it that show runs: under a tag, at a step.
package struct RunEvent: Sendable, Equatable {
  /// A number or a distribution.
  package enum Content: Sendable, Equatable {
    case number(Double)
    case histogram(Histogram)
  }

  package var tag: String
  package var step: Int
  package var content: Content

  package init(tag: String, step: Int, _ content: Content) {
    self.tag = tag
    self.step = step
    self.content = content
  }
}

extension History {
  /// Everything that was recorded, by step, and within a step in the order of the probes.
  ///
  /// A probe of one number has its own name as tag, "loss"; one of several adds theirs,
  /// "delta/Dense 3". A name that is a path already, "dnn/hiddenlayer_0/activation", is the tag.
  package var events: [RunEvent] {
    var events: [RunEvent] = []
    for (probe, samples) in recordings {
      for sample in samples {
        events.append(
          RunEvent(tag: tag(of: sample.name, in: probe), step: sample.step, .number(sample.value)))
      }
    }
    for (probe, samples) in histogramRecordings {
      for sample in samples {
        events.append(
          RunEvent(
            tag: tag(of: sample.name, in: probe), step: sample.step, .histogram(sample.histogram)))
      }
    }
    let order = events.indices.sorted { (events[$0].step, $0) < (events[$1].step, $1) }
    return order.map { events[$0] }
  }
}

private func tag(of name: String, in probe: String) -> String {
  if name.isEmpty || name == probe { return probe }
  return name.utf8.contains(UInt8(ascii: "/")) ? name : probe + "/" + name
}
