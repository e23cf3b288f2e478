import LessonSandbox

/// What keeps an experiment from reaching beyond its lesson.
public enum Confinement {
  /// What this system cannot confine, as a sentence; nil if it confines everything.
  public static var lacking: String? {
    let found = lesson_confinement()
    let lacking =
      (found.filesystem ? [] : ["files (Landlock, Linux 5.13)"])
      + (found.systemCalls ? [] : ["system calls (seccomp)"])
    guard !lacking.isEmpty else { return nil }
    return "this system cannot confine \(lacking.joined(separator: " and ")); "
      + "run only lessons that you trust"
  }
}
