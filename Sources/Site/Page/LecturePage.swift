import Lessons
import TranscriptFormat

/// The page that maps every claim of the lecture to the lesson, figure and checks that judge it.
struct LecturePage {
  private let course: Course
  private let lecture: Lecture
  private let transcripts: [Transcript]
  private let names: [String: String]

  /// The page, for a course with a `lecture.yml`.
  init?(_ course: Course, _ transcripts: [Transcript], names: [String: String]) {
    guard let lecture = course.lecture else { return nil }
    self.course = course
    self.lecture = lecture
    self.transcripts = transcripts
    self.names = names
  }

  /// What the page is filled with.
  var page: TextPage {
    let rows = lecture.claims.map(row)
    let words = course.words
    let title = HTML(escaping: lecture.title)
    let source: HTML = lecture.url.map { "<a href=\"\($0)\">\(title)</a>" } ?? title
    return TextPage(
      title: words("What the lecture said"),
      text: """
        <p class="lead">\(words.html(FrameWords.aboutTheLecture, "<cite>\(source)</cite>"))</p>
        <div class="scroll" tabindex="0" role="region" aria-label="\(words("Claims"))">\
        <table class="lecture-claims">
        <thead><tr><th scope="col">\(words("Claim"))</th><th scope="col">\(words("Verdict"))</th>\
        <th scope="col">\(words("Judged by"))</th></tr></thead>
        <tbody>
        \(rows.joined())</tbody>
        </table></div>

        """, address: "lecture.html")
  }

  private func row(_ claim: Lecture.Claim) -> HTML {
    let judgements = course.judgements(of: claim)
    let verdicts = judgements.compactMap(\.judgement.verdict).map { verdict -> HTML in
      "<span class=\"verdict \(verdict.rawValue)\">\(course.words(verdict.rawValue))</span>"
    }
    return """
      <tr id="claim.\(claim.id)"><th scope="row"><span class="number">\(claim.id)</span> \
      \(claim.text)</th>
      <td>\(verdicts.uniqued().joined(separator: ", "))</td>
      <td>\(judgements.map(evidence).joined())</td></tr>

      """
  }

  private func evidence(_ place: Course.Judged) -> HTML {
    let lesson = course.lessons[place.lesson]
    let note: HTML =
      "<a href=\"\(lesson.slug).html#\(place.judgement.id)\">\(lesson.title)</a>"
    let figures = place.judgement.evidence.compactMap { mention -> HTML? in
      guard let owner = course.experiment(labeled: mention.name) else { return nil }
      let page = course.lessons[owner.lesson].slug
      return "<a href=\"\(page).html#\(mention.name)\">\(names[mention.name] ?? mention.name)</a>"
    }
    let claims = course.claims(judging: place.judgement, transcripts)
    return "<p>\(([note] + figures).joined(separator: ", "))</p>\n\(claims.html(course.words))"
  }
}

extension Site {
  /// The judgements whose experiments check nothing: without an `expect`, a claim is not judged.
  ///
  /// To be asked of a course whose experiments all ran.
  public static func uncheckedClaims(
    in course: Course, _ transcripts: [Transcript]
  ) -> [Diagnostic] {
    course.lessons.flatMap { lesson in
      lesson.judgements.compactMap { judgement -> Diagnostic? in
        guard let claim = judgement.claims.first, let label = judgement.evidence.first,
          course.claims(judging: judgement, transcripts).isEmpty
        else { return nil }
        return Diagnostic(
          path: lesson.path, position: label.position,
          "Nothing is checked by '\(label.name)', which is to judge the claim '\(claim.name)'.",
          help: "expect(…) in that block, or in one below it that has no label",
          sourceLine: lesson.lines[label.position.line - 1])
      }
    }
  }
}

extension Course {
  /// A judgement, and the index of the lesson that it stands in.
  fileprivate typealias Judged = (lesson: Int, judgement: Judgement)

  /// The judgements of a claim, in reading order.
  fileprivate func judgements(of claim: Lecture.Claim) -> [Judged] {
    lessons.enumerated().flatMap { index, lesson in
      lesson.judgements
        .filter { $0.claims.contains { $0.name == claim.id } }.map { (index, $0) }
    }
  }

  /// Where an experiment with a label stands.
  fileprivate func experiment(labeled label: String) -> (lesson: Int, experiment: Int)? {
    for (index, lesson) in lessons.enumerated() {
      if let place = lesson.experiments.firstIndex(where: { $0.options.label == label }) {
        return (index, place)
      }
    }
    return nil
  }

  /// What the experiments behind a judgement checked: those with its labels, and those below them in
  /// the same part of the lesson that have no label of their own and show nothing but checks.
  fileprivate func claims(judging judgement: Judgement, _ transcripts: [Transcript]) -> [Claim] {
    judgement.evidence.flatMap { mention -> [Claim] in
      guard let place = experiment(labeled: mention.name) else { return [] }
      let outputs = transcripts[place.lesson].outputs
      let options = lessons[place.lesson].experiments.map(\.options)
      let parts = lessons[place.lesson].parts
      var claims = outputs[place.experiment].compactMap(\.claim)
      for index in (place.experiment + 1)..<max(outputs.count, place.experiment + 1) {
        let isOther = options[index].label != nil || parts[index] != parts[place.experiment]
        if isOther || outputs[index].contains(where: \.isNumbered) { break }
        claims += outputs[index].compactMap(\.claim)
      }
      return claims
    }
  }
}

extension Lesson {
  /// The part of the lesson that each experiment stands in: headings and exercises begin new ones.
  fileprivate var parts: [Int] {
    var parts = Array(repeating: 0, count: experiments.count)
    var part = 0
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading: part += 1
        case .experiment(let index): parts[index] = part
        case .container(let container, let blocks)
        where container.kind == .exercise || container.kind == .solution:
          part += 1
          walk(blocks)
          part += 1
        default: walk(block.nested)
        }
      }
    }
    walk(blocks)
    return parts
  }
}

extension Output {
  fileprivate var claim: Claim? {
    if case .claim(let claim) = self { claim } else { nil }
  }
}

extension [HTML] {
  fileprivate func uniqued() -> [HTML] {
    reduce(into: []) { unique, html in
      if !unique.contains(where: { $0.source == html.source }) { unique.append(html) }
    }
  }
}
