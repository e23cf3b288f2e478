import Lessons

/// What the template `index.mustache` is filled with.
struct IndexPage {
  private let course: Course

  init(_ course: Course) { self.course = course }

  var values: [String: Any] {
    [
      "language": course.language,
      "kind": "index",
      "page": course.title,
      "course": course.title,
      "title": course.title,
      "description": course.description,
      "math": false,
      "lessons": course.lessons.indices.map { index -> [String: Any] in
        let lesson = course.lessons[index]
        return [
          "address": "\(lesson.slug).html",
          "number": String(course.number(of: index)),
          "title": lesson.title,
          "description": lesson.description,
          "minutes": String(lesson.readingMinutes),
        ]
      },
      "author": course.author,
      "license": course.license as Any,
      "repository": course.repository as Any,
    ]
  }
}
