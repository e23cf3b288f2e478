import ArgumentParser

/// `gradus check`: everything that building does, except publishing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the course without writing a site.",
    discussion: """
      Compiles and runs what has changed, and reports every problem: code that does not compile,
      claims that do not hold, formulas and links that lead nowhere.
      """)

  @OptionGroup var course: CourseOptions

  func run() throws {
    let built = try CourseRun(course).site()
    print("\(course.courseFolder): \(built.summary); every claim holds.")
  }
}
