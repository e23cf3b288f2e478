import LessonKit
import TrainingEngine
import TranscriptFormat
import WebPage

// What a page calls: it names a control in the room for a text, sets it, runs a block, and reads the
// result, which is a JSON text. All of it stays in place until the next call.

/// Room for a text of so many bytes.
@_expose(wasm, "web_room")
@_cdecl("web_room")
public func room(_ count: Int32) -> UnsafeMutableRawPointer {
  Exchange.name.deallocate()
  Exchange.name = .allocate(byteCount: max(1, Int(count)), alignment: 1)
  return Exchange.name
}

/// Sets the control that the text in the room names: a slider to a number, a picker to an index.
@_expose(wasm, "web_set")
@_cdecl("web_set")
public func set(_ count: Int32, _ number: Double) {
  let name = UnsafeRawBufferPointer(start: Exchange.name, count: Int(count))
  LessonProgram.set(String(decoding: name, as: UTF8.self), to: number)
}

/// Trains only this share of the steps of every run.
@_expose(wasm, "web_limit")
@_cdecl("web_limit")
public func limit(_ share: Double) { LiveRuns.share = share }

/// Runs a block, by its index among the lesson's live ones; the JSON text of what it shows.
@_expose(wasm, "web_run")
@_cdecl("web_run")
public func run(_ block: Int32) -> UnsafeRawPointer {
  LiveRuns.willStop = { sentence in
    var sentence = sentence
    sentence.withUTF8 { web_stop($0.baseAddress, $0.count) }
  }
  LessonProgram.printedBytes = { web_printed_count() }
  LiveRuns.report = { done, count in web_progress(Double(done), Double(count)) }
  web_main(block)
  let printed = UnsafeBufferPointer(start: web_printed(), count: web_printed_count())
  var transcript = Transcript(experiments: 1, values: 0)
  transcript.add(
    LessonProgram.takeRecords(), printed: Array(printed), experiments: [0], values: [])
  var text = ResultText()
  text.add(transcript)
  Exchange.result = text.bytes
  return Exchange.result.withUnsafeBytes { UnsafeRawPointer($0.baseAddress!) }
}

/// The bytes of the result.
@_expose(wasm, "web_count")
@_cdecl("web_count")
public func count() -> Int32 { Int32(Exchange.result.count) }

/// 1 where this browser rounds a·b + c once, so that results are those of the static page.
@_expose(wasm, "web_is_fused")
@_cdecl("web_is_fused")
public func isFused() -> Int32 { web_fuses() ? 1 : 0 }

/// What lies where a page can reach it.
private enum Exchange {
  nonisolated(unsafe) static var name = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)
  nonisolated(unsafe) static var result: [UInt8] = []
}
