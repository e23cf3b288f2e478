import Foundation
import LessonSandbox
import Notebook
import Testing

/// Runs a shell line confined to a scratch folder and returns what it wrote to both streams.
private func confined(_ line: String, in folder: URL) throws -> (output: String, end: LessonEnd) {
  let output = try TemporaryFile()
  var command = Command("/bin/bash", ["-c", line])
  command.directory = folder.path
  let readable = ["/usr", "/lib", "/lib64", "/bin", "/dev/null"]
  let process = try withCStrings(readable) { readable in
    try folder.path.withCString { writable in
      try command.launch(
        output: output.descriptor, errors: output.descriptor, records: -1,
        limits: LessonLimits(
          addressSpaceBytes: 1 << 30, fileBytes: 1 << 20, cpuSeconds: 5, isConfined: true,
          readable: readable, writable: writable))
    }
  }
  var end = LessonEnd()
  for _ in 0..<100 where !end.hasEnded { end = lesson_wait(process, 100) }
  return (String(decoding: output.contents, as: UTF8.self), end)
}

@Suite(.enabled(if: lesson_confinement().filesystem && lesson_confinement().systemCalls))
struct ConfinementTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "gradus-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func aProgramWritesInItsScratchFolder() throws {
    let (output, end) = try confined("echo kept > note; read line < note; echo $line", in: folder)
    #expect(output == "kept\n")
    #expect(end.exitCode == 0)
  }

  @Test(arguments: [
    ("echo x > ../outside", "Permission denied"),
    ("read line < /etc/passwd", "Permission denied"),
    ("exec 5<>/dev/tcp/127.0.0.1/9", "Operation not permitted"),
    ("(exit 0)", "Operation not permitted"),
    ("kill -9 $PPID", "Operation not permitted"),
  ])
  func aProgramIsRefused(_ line: String, _ reason: String) throws {
    let (output, end) = try confined(line, in: folder)
    #expect(output.contains(reason), "\(output)")
    #expect(end.exitCode != 0)
  }

  @Test func aFileThatGrowsTooLargeEndsTheProgram() throws {
    let (_, end) = try confined("while true; do echo 0123456789; done > large", in: folder)
    #expect(end.signal == SIGXFSZ)
  }
}

@Test func aProgramThatIsMissingIsNamedWithTheReason() throws {
  #expect(throws: Toolchain.Missing.self) { try Command("/no/such/program", []).run() }
}
