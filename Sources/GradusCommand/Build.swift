import ArgumentParser
import Foundation

/// `gradus build`: runs what has changed and publishes the site.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the course's site.",
    discussion: """
      Experiments whose results are stored and still fit are not run again. If anything is \
      wrong, every problem is reported and the site that was there stays as it is.

      Examples:
        gradus build                       the course in lessons/ becomes _site/
        gradus build tutorial --output www
        gradus build --why                 tells why an experiment was run again
      """)

  @OptionGroup var course: CourseOptions

  @Option(name: .shortAndLong, help: "The folder that becomes the site.", completion: .directory)
  var output = "_site"

  func run() throws {
    let start = ContinuousClock.now
    let publication = try Publication(output)
    let last = LastBuild(of: course, to: publication.site)
    let summary: String
    if !course.refresh, !course.why, let lessons = last.lessons {
      summary = CourseRun.Rendered.summary(lessons: lessons, runs: 0)
    } else {
      let built = try CourseRun(course).site()
      try publication.publish(built.files)
      if built.isQuiet { last.note(lessons: built.course.lessons.count) }
      summary = built.summary
    }
    print("\(output)/index.html: \(summary), \((ContinuousClock.now - start).inSeconds)")
  }
}

extension Duration {
  /// Such as `1.3 s`.
  var inSeconds: String {
    let tenths = (Double(components.seconds) + Double(components.attoseconds) * 1e-18) * 10
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) s"
  }
}
