import Foundation
import LessonSandbox
import Lessons
import TranscriptFormat

/// Running a session's program: confined, watched, and stopped when it takes too long.
struct ProgramRun {
  var records: [Record]
  var printed: [UInt8]
  var errors: String
  var end: LessonEnd
  /// Set if the program was killed because it took too long.
  var timeout: Timeout?

  /// Which limit of the lesson was passed, in seconds, and in which block of the session.
  enum Timeout {
    case block(Int, seconds: Double)
    case session(atBlock: Int, seconds: Double)
  }

  /// Runs `program` in the course's folder.
  ///
  /// - Parameters:
  ///   - timeouts: seconds of wall clock for each block of the session, and for all of it.
  ///   - readable: what it may read besides the system's libraries.
  ///   - isInitialOnly: whether controls stay at their initial positions.
  ///   - watch: told the block that is running, several times a second.
  init(
    _ program: URL, in course: URL, timeouts: (blocks: [Double], session: Double?),
    readable: [String], writable: URL, seedShift: Int, isInitialOnly: Bool = false,
    toolchain: Toolchain, limits: Limits, watch: (Int) -> Void
  ) throws {
    let output = try TemporaryFile(), errors = try TemporaryFile(), records = try TemporaryFile()
    var command = Command(program.path, [])
    command.directory = course.path
    command.environment = [
      "TMPDIR=\(writable.path)", "LC_ALL=C", "TZ=UTC", "GRADUS_SEED_SHIFT=\(seedShift)",
    ]
    if isInitialOnly { command.environment.append("GRADUS_POSITIONS=initial") }
    let folders =
      readable + [
        program.path, toolchain.library.path, toolchain.usr.appending(path: "lib/swift").path,
        "/lib", "/lib64", "/usr/lib", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/dev/null",
        "/dev/urandom", "/proc/self/maps",
      ]
    let process = try withCStrings(folders) { folders in
      try writable.withUnsafeFileSystemRepresentation { writable in
        try command.launch(
          output: output.descriptor, errors: errors.descriptor, records: records.descriptor,
          limits: LessonLimits(
            addressSpaceBytes: limits.memory, fileBytes: limits.output, cpuSeconds: 0,
            isConfined: true, readable: folders, writable: writable))
      }
    }

    let start = ContinuousClock.now
    var block = 0, blockStart = start, read = 0, end = LessonEnd()
    var pending: [UInt8] = []
    while true {
      end = lesson_wait(process, 50)
      if end.hasEnded { break }
      let news = records.read(from: read)
      read += news.count
      pending += news
      if let began = Self.takeLastStart(&pending, in: block) { (block, blockStart) = (began, .now) }
      watch(block)
      let now = ContinuousClock.now
      if now - blockStart > .seconds(timeouts.blocks[block] * limits.slowness) {
        timeout = .block(block, seconds: timeouts.blocks[block])
      } else if let limit = timeouts.session, now - start > .seconds(limit * limits.slowness) {
        timeout = .session(atBlock: block, seconds: limit)
      }
      guard timeout == nil else {
        lesson_kill(process)
        while !lesson_wait(process, 1000).hasEnded {}
        break
      }
    }
    // Where a system cannot forbid children, they end with their parent.
    lesson_kill(process)
    self.records = Record.decode(records.contents)
    self.printed = output.contents
    self.errors = String(decoding: errors.contents, as: UTF8.self)
    self.end = end
  }

  /// Takes whole records from the front of `bytes`; the block that began last, or another position
  /// of whose controls did, if any.
  private static func takeLastStart(_ bytes: inout [UInt8], in block: Int) -> Int? {
    let records = Record.decode(bytes)
    bytes.removeFirst(records.reduce(0) { $0 + $1.encoded.count })
    var start: Int?
    for record in records {
      switch record {
      case .began(let next, _): start = next
      case .position, .positionEnded: start = start ?? block
      case .output, .control, .failed, .value, .ended: break
      }
    }
    return start
  }
}
