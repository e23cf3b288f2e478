extension Course {
  /// Reads a course's folder: its lessons in order, and every problem in them, sorted.
  ///
  /// A lesson with problems is among the lessons as far as it could be read; one that is no text is
  /// not, and a draft is among the drafts.
  ///
  ///     let (course, diagnostics) = Course.read(folder: "lessons")
  public static func read(folder: String) -> (course: Course, diagnostics: [Diagnostic]) {
    read(CourseFolder(folder))
  }

  /// Reads a course from the files of `folder`.
  ///
  /// - Parameter memory: The lessons that were read from it before, if it is read again and again.
  public static func read(
    _ folder: CourseFolder, remembering memory: LessonMemory = LessonMemory()
  ) -> (course: Course, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func report(_ path: String, _ message: String, help: String) {
      diagnostics.append(Diagnostic(path: path, message, help: help))
    }
    guard folder.exists else {
      if folder.isFile {
        report(
          folder.name, "This is a file, not the folder of a course.",
          help: "the folder that it is in: lessons that have not changed are not run again")
      } else {
        report(
          folder.name, "There is no such folder.",
          help: "the folder of a course; `gradus new course NAME` begins one")
      }
      return (Course(folder: folder.name), diagnostics)
    }
    func file(_ path: String) -> SourceFile? {
      let contents = folder.contains(path) ? folder.bytes(of: path) : nil
      return contents.map { SourceFile(path: "\(folder.name)/\(path)", contents: $0) }
    }

    var course = Course(folder: folder.name)
    if let settings = file("course.yml") {
      course = Course(folder: folder.name, settings: settings)
      diagnostics += settings.diagnostics
    } else {
      report(
        "\(folder.name)/course.yml", "The course has no course.yml.",
        help: "a file course.yml with a line 'title: …'")
    }

    if let references = file("references.yml") {
      course.works = Work.read(references)
      diagnostics += references.diagnostics
    }

    let claims = file("lecture.yml")
    let lecture = claims.flatMap(Lecture.read)
    course.lecture = lecture?.lecture

    for path in folder.strayLinks where isLesson(path) {
      report(
        "\(folder.name)/\(path)", "This is a link to a file outside the course.",
        help: "a copy of the file")
    }
    let context = LessonMemory.Context(folder, course)
    let names = folder.paths.filter(isLesson)
    let read = concurrentMap(names) { memory.lesson($0, in: folder, context) }
    for (name, lesson) in zip(names, read) where lesson == nil {
      report("\(folder.name)/\(name)", "The file cannot be read.", help: "chmod u+r")
    }
    var lessons = read.compactMap { $0 }
    if lessons.isEmpty {
      report(
        folder.name, "The course has no lessons.", help: "a file \(folder.name)/01-first-steps.md")
    }
    lessons.sort { ($0.lesson.order ?? .max, $0.name) < ($1.lesson.order ?? .max, $1.name) }
    checkAddresses(of: lessons, beside: course.ownPages)
    checkLabels(of: lessons)
    JudgementCheck(lecture: course.lecture, lessons: lessons)
      .run(claims, lecture?.positions ?? [])
    diagnostics += claims?.diagnostics ?? []

    var links = LinkResolver(folder: folder, lessons: lessons, works: course.works.map(\.key))
    for lesson in lessons where lesson.file.isText {
      links.resolve(lesson)
    }
    course.lessons = lessons.filter { $0.file.isText && !$0.isDraft }.map(\.lesson)
    course.drafts = lessons.filter { $0.file.isText && $0.isDraft }.map(\.lesson)
    course.assets = links.assets.sorted()
    course.imageSizes = links.imageSizes
    diagnostics += lessons.flatMap(\.file.diagnostics)
    return (course, diagnostics.sorted())
  }

  /// Lessons stand directly in the folder; a README and names with an underscore first are none.
  private static func isLesson(_ path: String) -> Bool {
    path.hasSuffix(".md") && !path.contains("/") && !path.hasPrefix("_")
      && path.lowercased() != "readme.md"
  }

  /// The pages that the site has besides the lessons, and what they are.
  private var ownPages: [String: String] {
    var pages = [
      "index": "the course's first page", "404": "the page for lost readers",
      "course": "the page of the whole course",
    ]
    if !glossary.isEmpty { pages["glossary"] = "the glossary" }
    if lecture != nil { pages["lecture"] = "the page of the lecture's claims" }
    return pages
  }

  private static func checkAddresses(
    of lessons: [ReadLesson], beside pages: [String: String]
  ) {
    var owners = pages
    for lesson in lessons {
      let slug = lesson.lesson.slug
      if slug.isEmpty {
        lesson.file.error(
          "The file's name has no letters for an address.", help: "slug: … in the front matter")
      } else if let owner = owners[slug] {
        lesson.file.error(
          "The address '\(slug).html' is taken by \(owner).",
          help: "another file name, or another slug in the front matter")
      } else {
        owners[slug] = lesson.file.path
      }
    }
    for lesson in lessons {
      for alias in lesson.aliases {
        if let owner = owners[alias.slug] {
          lesson.file.error(
            "The address '\(alias.slug).html' is taken by \(owner).", at: alias.position,
            help: "another address, or none")
        } else {
          owners[alias.slug] = lesson.file.path
        }
      }
    }
  }

  private static func checkLabels(of lessons: [ReadLesson]) {
    var owners: [String: String] = [:]
    for lesson in lessons {
      for label in lesson.labels {
        if let owner = owners[label.name] {
          lesson.file.error(
            "The label '\(label.name)' is taken: \(owner) has it.", at: label.position,
            help: "another name; labels are unique in the course")
        } else {
          owners[label.name] = "\(lesson.file.path):\(label.position.line)"
        }
      }
    }
  }
}
