/// A lesson's verdict on what the lecture claims, and the experiments that it rests on.
///
///     ::: lecture {claim="12" verdict="wrong" by="fig-heal"}
public struct Judgement: Equatable, Sendable {
  /// The ids of the claims.
  public var claims: [Mention]
  /// The labels of the experiments that judge them.
  public var evidence: [Mention]
  /// How they were judged.
  public var verdict: Block.Container.Verdict?
  /// The id of the note on its page.
  public var id: String

  /// A name in an attribute, and where it stands.
  public struct Mention: Equatable, Sendable {
    /// The name.
    public var name: String
    /// The place of its attribute.
    public var position: Position

    /// Creates a mention.
    public init(name: String, position: Position) {
      self.name = name
      self.position = position
    }
  }
}

extension Block.Container {
  /// What the note judges; nil where it names no claim.
  var judgement: Judgement? {
    guard let id = noteID, !claims.isEmpty else { return nil }
    return Judgement(claims: claims, evidence: evidence, verdict: verdict, id: id)
  }

  /// The id of a container on its page: the author's, or one made of the claims it judges.
  public var noteID: String? {
    id ?? (claims.isEmpty ? nil : "claim.\(claims.map(\.name).joined(separator: "-"))")
  }
}

/// Whether every claim of the lecture is judged by an experiment, and every judgement is of a claim.
struct JudgementCheck {
  let lecture: Lecture?
  let lessons: [ReadLesson]

  /// Notes what is missing: in the lessons, and where a claim is judged by none of them in `file`.
  func run(_ file: SourceFile?, _ positions: [Position]) {
    let known = lecture?.claims.map(\.id) ?? []
    let labels = lessons.flatMap { $0.lesson.experiments.compactMap(\.options.label) }
    for lesson in lessons {
      for judgement in lesson.lesson.judgements {
        for claim in judgement.claims where !known.contains(claim.name) {
          lesson.file.error(
            lecture == nil
              ? "The course has no list of claims."
              : "lecture.yml has no claim '\(claim.name)'.", at: claim.position,
            help: lecture == nil
              ? "a file lecture.yml with a title and claims"
              : suggestion(for: claim.name, in: known))
        }
        for label in judgement.evidence where !labels.contains(label.name) {
          lesson.file.error(
            "No experiment has the label '\(label.name)'.", at: label.position,
            help: suggestion(for: label.name, in: labels))
        }
        if judgement.evidence.isEmpty, let claim = judgement.claims.first {
          lesson.file.error(
            "The note does not say which experiment judges the claim.", at: claim.position,
            help: "by=\"fig-…\", the label of the experiment")
        }
      }
    }
    guard let lecture, let file else { return }
    let judged = lessons.filter { !$0.isDraft }.flatMap { $0.lesson.judgements }.flatMap(\.claims)
    for (claim, position) in zip(lecture.claims, positions)
    where !judged.contains(where: { $0.name == claim.id }) {
      file.error(
        "No lesson judges the claim '\(claim.id)'.", at: position,
        help: "::: lecture {claim=\"\(claim.id)\" verdict=\"right\" by=\"fig-…\"}")
    }
  }
}
