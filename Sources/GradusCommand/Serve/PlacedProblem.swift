import Lessons

/// A problem of a course, and the block of a page that it belongs to, if it belongs to one.
struct PlacedProblem {
  let problem: Diagnostic
  /// The page, and which of its experiments.
  let place: (page: String, experiment: Int)?

  init(_ problem: Diagnostic, in course: Course) {
    self.problem = problem
    guard let line = problem.position?.line,
      let lesson = course.lessons.first(where: { $0.path == problem.path }),
      let experiment = lesson.experiments.firstIndex(where: { experiment in
        // From the opening fence to the closing one.
        experiment.path == nil
          && (experiment.fenceLine...experiment.position.line + experiment.code.count)
            .contains(line)
      })
    else {
      place = nil
      return
    }
    place = ("\(lesson.slug).html", experiment)
  }

  /// Which experiment of `page` it belongs to.
  func experiment(on page: String) -> Int? { place?.page == page ? place?.experiment : nil }
}
