import TranscriptFormat

/// What a block has shown, as JSON.
struct ResultText {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ transcript: Transcript) {
    let outputs = transcript.outputs[0]
    write("{\"start\":")
    write(String(transcript.sweeps[0]?.start ?? outputs.count))
    write(",\"outputs\":")
    let shown = outputs.filter { output in
      switch output {
      case .claim, .runs: false
      default: true
      }
    }
    list(shown) { $0.add($1) }
    write("}")
  }

  private mutating func add(_ output: Output) {
    switch output {
    case .printed(let text): object("printed", ["text": text])
    case .text(let text): object("text", ["text": text])
    case .failure(let text): object("failure", ["text": text])
    case .claim, .runs: break
    case .table(let caption, let table):
      object("table", ["caption": caption]) { $0.add(table) }
    case .figure(let figure):
      object(
        "figure",
        [
          "caption": figure.caption, "summary": figure.summary, "wide": figure.wide,
          "narrow": figure.narrow,
        ]
      ) { text in
        text.write(",\"axes\":")
        text.list(figure.axes) { text, axis in
          text.write("{\"name\":")
          text.quote(axis.name)
          text.write(",\"lower\":\(axis.lower),\"upper\":\(axis.upper)}")
        }
        text.write(",\"panels\":")
        text.list(figure.data) { text, panel in
          text.write("{\"title\":")
          text.quote(panel.title)
          text.add(panel.table)
          text.write(",\"csv\":")
          text.quote(panel.csv)
          text.write("}")
        }
      }
    }
  }

  private mutating func add(_ table: Table) {
    write(",\"columns\":")
    list(table.columns) { $0.quote($1) }
    write(",\"rows\":")
    list(table.rows) { text, row in text.list(row) { $0.quote($1) } }
  }

  private mutating func object(
    _ kind: String, _ texts: KeyValuePairs<String, String>,
    rest: (inout ResultText) -> Void = { _ in }
  ) {
    write("{\"kind\":")
    quote(kind)
    for (key, text) in texts {
      write(",\"\(key)\":")
      quote(text)
    }
    rest(&self)
    write("}")
  }

  private mutating func list<Element>(
    _ elements: [Element], _ add: (inout ResultText, Element) -> Void
  ) {
    write("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { write(",") }
      add(&self, element)
    }
    write("]")
  }

  private mutating func write(_ text: String) { bytes += text.utf8 }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<0x20: write("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
