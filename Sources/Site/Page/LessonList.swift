import Lessons

/// The lessons of a course as every page lists them, made once for all pages.
struct LessonList {
  private let entries: [Entry]
  private let words: FrameWords

  private struct Entry {
    var address: String
    var label: HTML
  }

  /// More lessons than this and a page lists those around it, so that a site of a thousand lessons
  /// is not a million links.
  private static let most = 40

  init(_ course: Course) {
    words = course.words
    entries = course.lessons.indices.map { index in
      let lesson = course.lessons[index]
      return Entry(
        address: "\(lesson.slug).html",
        label: "<span class=\"number\">\(course.number(of: index))</span> \(lesson.title)")
    }
  }

  /// The list on a page that is no lesson, with every lesson.
  var html: HTML {
    let items = entries.map { "<li><a href=\"\($0.address)\">\($0.label)</a></li>\n" as HTML }
    return "<ul class=\"all\">\n\(items.joined())</ul>\n"
  }

  /// The list on the page of one lesson, with that lesson's sections under it.
  func html(current: Int, sections: [LessonBody.Section]) -> HTML {
    var first = 0
    var last = entries.count
    if entries.count > LessonList.most {
      first = max(0, min(current - LessonList.most / 2, entries.count - LessonList.most))
      last = first + LessonList.most
    }
    var items: HTML = ""
    if first > 0 {
      items += "<li><a href=\"index.html\">\(words("… % before", String(first)))</a></li>\n"
    }
    for index in first..<last {
      let entry = entries[index]
      if index == current {
        items += """
          <li><a href="\(entry.address)" aria-current="page">\(entry.label)</a>
          \(contents(sections))</li>

          """
      } else {
        items += "<li><a href=\"\(entry.address)\">\(entry.label)</a></li>\n"
      }
    }
    if last < entries.count {
      items +=
        "<li><a href=\"index.html\">\(words("… % more", String(entries.count - last)))</a></li>\n"
    }
    return "<ol>\n\(items)</ol>\n"
  }

  private func contents(_ sections: [LessonBody.Section]) -> HTML {
    let shown = sections.filter { $0.level <= 3 }
    guard !shown.isEmpty else { return "" }
    let items = shown.map { section -> HTML in
      """
      <li class="level-\(min(max(section.level, 2), 6))">\
      <a href="#\(section.id)">\(section.title)</a></li>

      """
    }
    return "<ul>\n\(items.joined())</ul>\n"
  }
}

extension Course {
  /// The number of a lesson: that of its file, or its place in the course.
  func number(of index: Int) -> Int { lessons[index].order ?? index + 1 }
}
