internal import TranscriptFormat

// A block that must fail runs in a copy of the program, in a scope of its own:
//
//     if LessonProgram.beginFailing(3) {
//       …
//       LessonProgram.endFailing()
//     }

extension LessonProgram {
  /// Begins an experiment that must fail; true in the copy that runs it, which is to end in it.
  public static func beginFailing(_ experiment: Int) -> Bool {
    begin(experiment)
    #if canImport(Glibc)
      return FailingCopy.run()
    #else
      return false
    #endif
  }

  /// Reached only if the experiment did not fail.
  public static func endFailing() {
    #if canImport(Glibc)
      FailingCopy.end()
    #endif
  }
}

#if canImport(Glibc)
  import Glibc
  internal import LessonTrace

  private enum FailingCopy {
    static func run() -> Bool {
      let start = lseek(STDERR_FILENO, 0, SEEK_CUR)
      let copy = lesson_copy()
      if copy == 0 {
        // A copy at work on a failure is at no position of a control.
        Controls.leaveBlock()
        return true
      }
      guard copy > 0 else {
        stop(.noCopy(String(cString: strerror(errno))), #filePath, #line)
      }
      let end = lesson_wait_for_copy(copy)
      let errors = takeErrors(from: start)
      LessonProgram.report(
        .failed(end: Int(end), errors: errors, printedBytes: LessonProgram.printedBytes()))
      return false
    }

    static func end() {
      fflush(nil)
      _exit(0)
    }

    /// Takes what was written to standard error, which the notebook opens as a file, so that it is
    /// not taken for the end of the whole program.
    private static func takeErrors(from start: off_t) -> String {
      let end = lseek(STDERR_FILENO, 0, SEEK_CUR)
      guard start >= 0, end > start else { return "" }
      var bytes = [UInt8](repeating: 0, count: Int(end - start))
      let count = pread(STDERR_FILENO, &bytes, bytes.count, start)
      ftruncate(STDERR_FILENO, start)
      lseek(STDERR_FILENO, start, SEEK_SET)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }
#endif
