import Foundation
import LessonSandbox

/// A program to run to its end, its output kept.
package struct Command {
  package var arguments: [String]
  package var directory = FileManager.default.currentDirectoryPath
  package var environment: [String] = ["PATH=/usr/bin:/bin", "LC_ALL=C"]
  /// While this holds, it is let run.
  var isWanted: @Sendable () -> Bool = { true }

  package struct Result {
    package var end: LessonEnd
    package var output: String
    package var errors: String
  }

  package init(_ program: String, _ arguments: [String]) {
    self.arguments = [program] + arguments
  }

  /// Runs the program without limits; for the toolchain's own programs.
  package func run() throws -> Result {
    let output = try TemporaryFile(), errors = try TemporaryFile()
    let process = try launch(
      output: output.descriptor, errors: errors.descriptor, records: -1, limits: LessonLimits())
    var end = LessonEnd()
    repeat {
      end = lesson_wait(process, 100)
      if !end.hasEnded, !isWanted() { lesson_kill(process) }
    } while !end.hasEnded
    return Result(
      end: end, output: String(decoding: output.contents, as: UTF8.self),
      errors: String(decoding: errors.contents, as: UTF8.self))
  }

  /// Starts the program and returns its process number.
  package func launch(
    output: Int32, errors: Int32, records: Int32, limits: LessonLimits
  ) throws -> pid_t {
    var limits = limits
    var process: pid_t = 0
    var failedStep: UnsafePointer<CChar>?
    let error = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        lesson_launch(
          arguments, environment, directory, output, errors, records, &limits, &process, &failedStep
        )
      }
    }
    guard error == 0 else {
      throw Toolchain.Missing(
        description: "\(arguments[0]) does not start: cannot \(String(cString: failedStep!)): "
          + String(cString: strerror(error)))
    }
    return process
  }
}

/// Calls `body` with a NULL-ended array of C strings.
package func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) throws -> Result
) rethrows -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return try (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer {
    try body($0.baseAddress!)
  }
}

/// A nameless file that goes with its last descriptor.
package final class TemporaryFile {
  package let descriptor: Int32

  package init() throws {
    var name = Array((NSTemporaryDirectory() + "gradus.XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw Toolchain.Missing(
        description: "No temporary file can be made in \(NSTemporaryDirectory()): "
          + String(cString: strerror(errno)))
    }
    unlink(name)
  }

  deinit { close(descriptor) }

  /// Everything written so far, by whomever.
  package var contents: [UInt8] { read(from: 0) }

  /// What was written from `offset` on.
  func read(from offset: Int) -> [UInt8] {
    var info = stat()
    guard fstat(descriptor, &info) == 0, Int(info.st_size) > offset else { return [] }
    let size = Int(info.st_size) - offset
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(
          descriptor, buffer.baseAddress! + count, size - count, off_t(offset + count))
        guard read > 0 else { break }
        count += read
      }
    }
  }
}
