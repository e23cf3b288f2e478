import Glibc
import Lessons

extension ProgramFailure {
  /// The runtime's last words as a sentence, without its own file names.
  ///
  /// - Parameter reason: what the compiler has noted at a check that says nothing itself.
  package static func sentence(
    _ errors: String, signal: Int32, limits: Limits, reason: String? = nil
  ) -> String {
    if let bytes = askedBytes(errors) {
      return "The program stopped: it asked for \(size(bytes)) of memory at once, and its limit is "
        + size(limits.memory)
    }
    if let range = errors.ranges(of: lastWords).last {
      // A type inside a scope has an address in its name, another one at each run.
      let text = errors[range.upperBound...].replacing("Error raised at top level: ", with: "")
        .replacing(#/\(unknown context at \$[0-9a-f]+\)\./#, with: "")
      return errors.contains("Error raised at top level")
        ? "This block threw an error that nothing catches: \(described(String(text)))"
        : "The program stopped: \(text.isEmpty ? "a condition of the code does not hold" : text)"
    }
    switch signal {
    case SIGSEGV, SIGBUS:
      return "The program ran out of stack (a function that calls itself without end?), "
        + "or of its \(size(limits.memory)) of memory"
    case SIGILL, SIGTRAP:
      guard let reason else {
        return
          "The program trapped: an overflow, a nil that was unwrapped, or an index out of range"
      }
      return "The program stopped: "
        + (reason == "arithmetic overflow"
          ? "a number left the range of its type (an overflow)" : reason)
    default:
      return "The program was stopped by signal \(signal)" + (errors.isEmpty ? "" : ": \(errors)")
    }
  }

  /// What to try against the end of a program.
  static func help(_ errors: String, signal: Int32, limits: Limits) -> String? {
    if let bytes = askedBytes(errors) {
      // The program's own size comes on top of what it asks for.
      return
        "use less, or raise the limit with `//| memory: \(size(2 * max(bytes, limits.memory)))`"
    }
    if [SIGSEGV, SIGBUS].contains(signal) {
      return "if it is the memory, raise its limit with `//| memory: \(size(2 * limits.memory))`"
    }
    if errors.contains("NSCocoaErrorDomain Code=260 ") {
      return "a path that starts at the course folder and stands in the code as one text"
    }
    if errors.contains("Permission denied") {
      return "files of the course that the code names, to read; "
        + "FileManager.default.temporaryDirectory, to write"
    }
    if errors.contains("Operation not permitted") || errors.contains("NSPOSIXErrorDomain")
      || errors.contains("NSURLErrorDomain") || errors.contains("NSCocoaErrorDomain Code=262 ")
    {
      return "no network and no other programs: an experiment only computes; "
        + "data come from files in the course folder"
    }
    return nil
  }

  /// What comes before the words of `fatalError`, `precondition` and `assert`.
  private static var lastWords: Regex<Substring> {
    /(?:Fatal error|Precondition failed|Assertion failed)(?:: )?/
  }

  /// The bytes of memory that the program asked for in vain.
  private static func askedBytes(_ errors: String) -> UInt64? {
    errors.firstMatch(of: /failed to allocate (\d+) bytes/).flatMap { UInt64($0.1) }
  }

  /// An error of Foundation in its own words: the rest of its description has the machine's paths,
  /// in another order at each run.
  private static func described(_ error: String) -> String {
    guard let match = error.prefixMatch(of: /Error Domain=(\w+) Code=(-?\d+) "([^"]*)"/) else {
      return error
    }
    let file = error.firstMatch(of: /NSFilePath=([^,}]*)/).map { ", \($0.1)" } ?? ""
    return "“\(match.3)” (\(match.1) \(match.2)\(file))"
  }
}
