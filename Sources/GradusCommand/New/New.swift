import ArgumentParser

/// `gradus new`: what a new course or lesson begins with.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a course, or a lesson of one.",
    subcommands: [NewCourse.self, NewLesson.self])
}
