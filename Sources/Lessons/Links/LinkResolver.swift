/// Turns the destinations of links, which are files of the course, into addresses on the site, and
/// notes those that lead nowhere.
struct LinkResolver {
  private let folder: CourseFolder
  private let lessons: [String: ReadLesson]
  private let names: [String]
  /// The slug of the lesson that defines each label.
  private var labels: [String: String] = [:]
  /// The keys of the works that lessons can cite.
  private let works: [String]
  /// The files that lessons show or link to.
  private(set) var assets: Set<String> = []
  /// The sizes of the images among them.
  private(set) var imageSizes: [String: ImageSize] = [:]

  init(folder: CourseFolder, lessons: [ReadLesson], works: [String]) {
    self.folder = folder
    self.works = works
    names = lessons.map(\.name)
    self.lessons = Dictionary(uniqueKeysWithValues: lessons.map { ($0.name, $0) })
    for lesson in lessons where !lesson.isDraft {
      for label in lesson.labels { labels[label.name] = lesson.lesson.slug }
    }
  }

  /// Resolves every link, image and reference of one of the lessons.
  mutating func resolve(_ lesson: ReadLesson) {
    lesson.lesson.prerequisites = lesson.prerequisites.compactMap { name, position in
      if let target = lessons[name], target.name != lesson.name, !target.isDraft {
        tellCircle(from: target, to: lesson, at: position)
        return target.lesson.slug
      }
      lesson.file.error(
        lessons[name] == nil
          ? "There is no lesson '\(name)'." : "'\(name)' cannot be read before this lesson.",
        at: position,
        help: (lessons[name] == nil ? nearestLesson(to: name) : nil)
          ?? oneOf(names.filter { $0 != lesson.name }))
      return nil
    }
    func resolve(_ blocks: [Block]) -> [Block] {
      blocks.map { $0.mapInlines { self.resolve($0, in: lesson) } }
    }
    lesson.lesson.blocks = resolve(lesson.lesson.blocks)
    for index in lesson.lesson.footnotes.indices {
      lesson.lesson.footnotes[index].blocks = resolve(lesson.lesson.footnotes[index].blocks)
    }
  }

  /// Tells that a lesson's prerequisite requires the lesson itself; of a circle, where it leads to a
  /// lesson further down.
  private func tellCircle(from target: ReadLesson, to lesson: ReadLesson, at position: Position) {
    guard let own = names.firstIndex(of: lesson.name),
      let other = names.firstIndex(of: target.name),
      own < other, let way = way(from: target, to: lesson)
    else { return }
    let between = way.isEmpty ? "" : " by way of " + way.map { "'\($0)'" }.joined(separator: ", ")
    lesson.file.error(
      "'\(target.name)' requires this lesson itself\(between), so neither could be read first.",
      at: position, help: "no prerequisite that stands further down in the course")
  }

  /// The lessons between a lesson and one that it requires, in the end; nil if it does not.
  private func way(from start: ReadLesson, to end: ReadLesson) -> [String]? {
    var ways: [(name: String, between: [String])] = [(start.name, [])]
    var seen: Set<String> = [start.name]
    while !ways.isEmpty {
      let (name, between) = ways.removeFirst()
      for (next, _) in lessons[name]?.prerequisites ?? [] {
        if next == end.name { return between }
        if seen.insert(next).inserted { ways.append((next, between + [next])) }
      }
    }
    return nil
  }

  private mutating func resolve(_ inline: Inline, in lesson: ReadLesson) -> Inline {
    switch inline {
    case .link(let destination, let title, let inlines):
      let link = Link(destination, lesson)
      let address = address(of: link, in: lesson)
      if !inlines.isEmpty { return .link(destination: address, title: title, inlines) }
      guard let target = target(of: link) else {
        lesson.file.error(
          "The link has no text.", at: link.position, help: "[what is there](\(link.text))")
        return .link(destination: address, title: title, [])
      }
      return .link(destination: address, title: title, [.text(target.lesson.title)])
    case .image(let source, let title, let alternative):
      let link = Link(source, lesson)
      if let scheme = link.scheme {
        if !["http", "https"].contains(scheme.lowercased()) {
          lesson.file.error(
            "An image comes from the course's folder or from http: or https:, not from '\(scheme):'.",
            at: link.position)
        }
        return .image(source: link.text, title: title, alternative: alternative)
      }
      let address = asset(link, in: lesson, "image")
      if let address, imageSizes[address] == nil, let path = link.pathInFolder {
        imageSizes[address] = folder.bytes(of: path).flatMap(ImageSize.init(of:))
      }
      return .image(source: address ?? link.text, title: title, alternative: alternative)
    case .reference(let label, let destination):
      return reference(label, Link(destination, lesson), in: lesson)
    case .citation(let citations):
      // In a sentence, @ may begin a name of another kind as well.
      if let citation = citations.first, citation.isInSentence, !works.contains(citation.key) {
        guard let meant = nearestWork(to: citation.key) else { return .text(citation.source) }
        lesson.file.error(
          "references.yml has no '\(citation.key)'.", at: citation.position,
          help: "@\(meant), or \\@\(citation.key) where no work is meant")
        return inline
      }
      for citation in citations where !works.contains(citation.key) {
        lesson.file.error(
          "references.yml has no '\(citation.key)'.", at: citation.position,
          help: works.isEmpty
            ? "'- id: \(citation.key)' and more lines in \(folder.name)/references.yml"
            : suggestion(for: citation.key, in: works))
      }
      return inline
    default: return inline
    }
  }

  /// The work that a key in a sentence most likely means: one with a similar key, or one of the same
  /// author, as `he2015` for `he2016a`.
  private func nearestWork(to key: String) -> String? {
    func author(_ key: String) -> Substring? {
      key.firstMatch(of: /^([A-Za-z_:-]+)(19|20)\d\d[a-z]?$/)?.output.1
    }
    return nearestName(to: key, in: works)
      ?? author(key).flatMap { name in works.first { author($0)?.lowercased() == name.lowercased() }
      }
  }

  /// The address on the site; a broken link stays as it is.
  private mutating func address(of link: Link, in lesson: ReadLesson) -> String {
    if let scheme = link.scheme {
      if !["http", "https", "mailto"].contains(scheme.lowercased()) {
        lesson.file.error(
          "A link leads to http:, https: or mailto:, not to '\(scheme):'.", at: link.position)
      }
      return link.text
    }
    if link.path.isEmpty {
      guard let anchor = link.anchor, !anchor.isEmpty, anchor != lesson.titleID else { return "#" }
      check(anchor, of: lesson, for: link, in: lesson)
      return link.text
    }
    guard link.path.hasSuffix(".md") else { return asset(link, in: lesson, "file") ?? link.text }
    guard let target = target(of: link) else {
      lesson.file.error(
        "There is no lesson '\(link.path)'.", at: link.position,
        help: nearestLesson(to: link.pathInFolder ?? link.path) ?? oneOf(names))
      return link.text
    }
    if target.isDraft {
      lesson.file.error(
        "The lesson '\(target.name)' is a draft, which the site does not have.", at: link.position)
    }
    let page = "\(target.lesson.slug).html"
    guard let anchor = link.anchor, !anchor.isEmpty, anchor != target.titleID else { return page }
    check(anchor, of: target, for: link, in: lesson)
    return "\(page)#\(anchor)"
  }

  /// The file, or the lesson, that was meant: with the ending left out, in another folder, misspelt.
  private func nearestFile(to path: String) -> String? {
    if names.contains(path + ".md") { return path + ".md" }
    func name(_ path: String) -> Substring? { path.split(separator: "/").last }
    return nearestName(to: path, in: folder.paths)
      ?? folder.paths.first { name($0) == name(path) && !path.hasSuffix("/") }
  }

  /// The lesson that a link names.
  private func target(of link: Link) -> ReadLesson? {
    link.pathInFolder.flatMap { lessons[$0] }
  }

  /// The lesson whose whole name, or name without its number, is the nearest.
  private func nearestLesson(to name: String) -> String? {
    func unnumbered(_ name: String) -> String { String(name.drop { $0.isNumber || $0 == "-" }) }
    return names.first { unnumbered($0) == unnumbered(name) } ?? nearestName(to: name, in: names)
  }

  private func check(
    _ anchor: String, of target: ReadLesson, for link: Link, in lesson: ReadLesson
  ) {
    guard target.file.isText, !target.ids.contains(anchor) else { return }
    let place = target.name == lesson.name ? "This lesson" : "'\(target.name)'"
    lesson.file.error(
      "\(place) has no heading or figure '#\(anchor)'.", at: link.position,
      help: suggestion(for: anchor, in: target.ids).map { $0.hasPrefix("one of") ? $0 : "#\($0)" })
  }

  /// The path of a file of the course, relative to its folder.
  private mutating func asset(_ link: Link, in lesson: ReadLesson, _ kind: String) -> String? {
    guard let path = link.pathInFolder else {
      lesson.file.error(
        "The \(kind) '\(link.path)' is outside the course's folder.", at: link.position,
        help: "a copy of it inside \(folder.name)")
      return nil
    }
    guard folder.contains(path) else {
      lesson.file.error(
        "There is no \(kind) '\(link.path)'.", at: link.position, help: nearestFile(to: path))
      return nil
    }
    if !lesson.isDraft { assets.insert(path) }
    return path + (link.anchor.map { "#\($0)" } ?? "")
  }

  private func reference(_ label: String, _ link: Link, in lesson: ReadLesson) -> Inline {
    guard let slug = labels[label] else {
      let kind = Label.Kind(label: label) ?? .figure
      let known = labels.keys.sorted()
      lesson.file.error(
        "No \(kind.bearer) has the label '\(label)'.", at: link.position,
        help: nearestName(to: label, in: known)
          ?? oneOf(known.filter { Label.Kind(label: $0) == kind }))
      return .text("@\(label)")
    }
    let page = slug == lesson.lesson.slug ? "" : "\(slug).html"
    return .reference(label: label, destination: "\(page)#\(label)")
  }
}
