internal import TranscriptFormat

#if canImport(Glibc)
  import Glibc
  internal import LessonTrace

  extension Controls {
    /// The exit code of a copy that came to the end of its block.
    private static let done: Int32 = 86

    /// Runs the rest of the block in a copy of this process for each value but the initial one.
    ///
    /// A copy returns from here with its own choice. One after the other they write to the files of
    /// this process, so that what they report is in order. A copy that fails ends this process the
    /// same way, since its block has failed.
    static func runCopies(for control: Control, at place: Place) {
      LessonProgram.report(.control(control, printedBytes: LessonProgram.printedBytes()))
      if !sweeps || getenv("GRADUS_POSITIONS") != nil { return }
      for index in control.values.indices where index != control.initial {
        let printed = LessonProgram.printedBytes()
        let copy = lesson_copy()
        if copy == 0 {
          isCopy = true
          choose(index)
          LessonProgram.report(.position(choice, printedBytes: printed))
          return
        }
        guard copy > 0 else {
          stop(.noCopy(String(cString: strerror(errno))), place.file, place.line)
        }
        let end = lesson_wait_for_copy(copy)
        guard end != done else { continue }
        if end < 0 {
          signal(-end, SIG_DFL)
          raise(-end)
        }
        _exit(end)
      }
    }

    static func endCopy() -> Never {
      LessonProgram.report(.positionEnded(printedBytes: LessonProgram.printedBytes()))
      _exit(done)
    }
  }
#else
  // In a browser, a control has the value that the page has set.
  extension Controls {
    static func runCopies(for control: Control, at place: Place) {
      LessonProgram.report(.control(control, printedBytes: LessonProgram.printedBytes()))
    }

    static func endCopy() {}
  }
#endif
