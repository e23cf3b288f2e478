import Lessons

/// What the template `index.mustache` is filled with.
struct IndexPage {
  private let course: Course

  init(_ course: Course) { self.course = course }

  var values: TemplateValues {
    let values: [String: (any Sendable)?] = [
      "kind": "index",
      "page": course.title,
      "title": course.title,
      "description": course.description.nonEmpty,
      "measured": false,
      "math": false,
      "type": "website",
      "canonical": course.url(of: ""),
      "lessons": course.lessons.indices.map { index -> TemplateValues in
        let lesson = course.lessons[index]
        let values: [String: (any Sendable)?] = [
          "address": "\(lesson.slug).html",
          "number": String(course.number(of: index)),
          "title": lesson.title,
          "description": lesson.description.nonEmpty,
          "minutes": String(lesson.readingMinutes),
        ]
        return values.compactMapValues { $0 }
      },
    ]
    return course.frame.merging(values.compactMapValues { $0 }) { _, own in own }
  }
}

extension String {
  /// The text, or nothing where a template should leave its place out.
  var nonEmpty: String? { isEmpty ? nil : self }
}
