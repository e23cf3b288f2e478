import Lessons

/// What the template `index.mustache` is filled with.
struct IndexPage {
  private let course: Course

  init(_ course: Course) { self.course = course }

  var values: [String: Any] {
    let values: [String: Any?] = [
      "language": course.language,
      "kind": "index",
      "page": course.title,
      "course": course.title,
      "title": course.title,
      "description": course.description.nonEmpty,
      "math": false,
      "lessons": course.lessons.indices.map { index -> [String: Any] in
        let lesson = course.lessons[index]
        let values: [String: Any?] = [
          "address": "\(lesson.slug).html",
          "number": String(course.number(of: index)),
          "title": lesson.title,
          "description": lesson.description.nonEmpty,
          "minutes": String(lesson.readingMinutes),
        ]
        return values.compactMapValues { $0 }
      },
      "author": course.author.nonEmpty,
      "license": course.license,
      "repository": course.repository,
    ]
    return values.compactMapValues { $0 }
  }
}

extension String {
  /// The text, or nothing where a template should leave its place out.
  var nonEmpty: String? { isEmpty ? nil : self }
}
