import Lessons

/// What the template `lesson.mustache` is filled with.
struct LessonPage {
  private let course: Course
  private let index: Int
  private let rendered: RenderedLesson
  private let list: LessonList

  init(_ course: Course, _ index: Int, _ rendered: RenderedLesson, list: LessonList) {
    self.course = course
    self.index = index
    self.rendered = rendered
    self.list = list
  }

  var values: TemplateValues {
    let lesson = course.lessons[index]
    let values: [String: (any Sendable)?] = [
      "kind": "lesson",
      "page": "\(lesson.title) · \(course.title)",
      "title": lesson.title,
      "description": lesson.description.nonEmpty,
      "number": String(course.number(of: index)),
      "minutes": String(lesson.readingMinutes),
      "type": "article",
      "canonical": course.url(of: "\(lesson.slug).html"),
      "before": before?.source,
      "code": rendered.code.first?.path,
      "measured": lesson.measures,
      "math": !lesson.formulas.isEmpty,
      "live": rendered.isLive,
      "phrases": rendered.isLive
        ? course.phrases(FrameWords.inScripts + FrameWords.inLiveBlocks + FrameWords.inFigures)
        : nil,
      "lessons": list.html(current: index, sections: rendered.sections).source,
      "text": rendered.text.source,
      "turns": course.lessons.count > 1,
      "previous": neighbor(index - 1),
      "next": neighbor(index + 1),
    ]
    return course.frame.merging(values.compactMapValues { $0 }) { _, own in own }
  }

  /// Links to the lessons that the front matter wants read first.
  private var before: HTML? {
    let links = course.lessons[index].prerequisites.compactMap { slug -> HTML? in
      let title = course.lessons.first { $0.slug == slug }?.title
      return title.map { "<a href=\"\(slug).html\">\($0)</a>" }
    }
    return links.isEmpty ? nil : links.joined(separator: ", ")
  }

  private func neighbor(_ index: Int) -> TemplateValues? {
    guard course.lessons.indices.contains(index) else { return nil }
    let lesson = course.lessons[index]
    return ["address": "\(lesson.slug).html", "title": lesson.title]
  }
}

extension Lesson {
  /// Whether it has code that ran.
  var measures: Bool { experiments.contains(where: \.runs) }

  /// The minutes that the front matter gives, or those it takes to read so many words; five
  /// characters of Chinese or Japanese, whose UTF-8 begins with these bytes, count as two words.
  var readingMinutes: Int {
    if let minutes { return minutes }
    let words = lines.reduce(0) {
      $0 + $1.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        + $1.utf8.count { (0xE3...0xE9).contains($0) } * 2 / 5
    }
    return max(1, (words + 199) / 200)
  }
}
