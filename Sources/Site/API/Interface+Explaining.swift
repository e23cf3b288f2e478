import Lessons

extension Interface {
  /// Whether one of the problems is a call or a member that the declarations can explain.
  public static func canExplain(_ problems: [Diagnostic]) -> Bool {
    problems.contains { isRefusedCall($0.message) || Membership($0.message) != nil }
  }

  /// The problems; each call that the compiler refuses comes with the declaration that it should
  /// follow, each missing member with those that there are.
  public func explaining(_ problems: [Diagnostic], in course: Course) -> [Diagnostic] {
    var told: Set<String> = []
    return problems.map { problem in
      var problem = problem
      if Self.isRefusedCall(problem.message) {
        let call = CallSite(of: problem, in: course)
        let found = declarations(for: problem, call)
        problem.notes.removeAll { Self.declaredHere($0) != nil }
        // One call may be wrong twice.
        let line = "\(problem.path):\((problem.position?.line ?? 0) - (call?.linesAbove ?? 0)):"
        problem.notes += found.filter { told.insert(line + $0.id).inserted }
          .map { "declared as \($0.plainCode)" }
      } else if let membership = Membership(problem.message), problem.help == nil,
        !problem.notes.contains(where: { $0.contains("did you mean") })
      {
        problem.help = member(for: membership)
      }
      return problem
    }
  }

  private static func isRefusedCall(_ message: String) -> Bool {
    let parts = [
      "missing argument", "extra argument", "extraneous argument label", "incorrect argument label",
      "incorrect argument labels", "must precede argument", "no exact matches in call",
      "trailing closure passed to parameter",
      // Of a call with other labels the compiler may only say that `.sgd` is of no known type.
      "cannot infer contextual base",
    ]
    return parts.contains { message.contains($0) }
  }

  /// The name in a note of the compiler such as "'train(on:epochs:file:line:)' declared here".
  private static func declaredHere(_ note: String) -> String? {
    note.wholeMatch(of: /'(.+\))' declared here/).map { String($0.1) }
  }

  /// What the call may mean: what the compiler names, or else what is called so, nearest first.
  private func declarations(for problem: Diagnostic, _ call: CallSite?) -> [Declaration] {
    if let name = problem.notes.lazy.compactMap(Self.declaredHere).first {
      let exact = declarations.filter { declaration in
        declaration.path == name || declaration.path.hasSuffix(".\(name)")
      }
      if exact.count == 1 { return exact }
    }
    guard let call else { return [] }
    let named = declarations.filter(call.mayMean)
    let likely = named.map {
      (declaration: $0, shared: $0.labels.count { call.labels.contains($0) })
    }
    let most = likely.map(\.shared).max() ?? 0
    let best = likely.filter { $0.shared == most }.map(\.declaration)
    // A name that many types have says nothing.
    return best.count <= 3 ? best : []
  }

  /// The member that is nearest, or all that there are if they are few.
  private func member(for wanted: Membership) -> String? {
    let owners = declarations.filter { $0.kind.isType && $0.path == wanted.type }
    guard owners.count == 1 else { return nil }
    let members = declarations.filter { member in
      member.parent == owners[0].id && wanted.isOfType == member.kind.isStatic
    }
    var names: [String] = []
    for name in members.map(\.name.baseName) where !names.contains(name) && name != "init" {
      names.append(name)
    }
    if let near = nearestName(to: wanted.name, in: names) { return near }
    return names.isEmpty || names.count > 24 ? nil : "one of \(names.joined(separator: ", "))"
  }
}

/// A member that a type lacks, as the compiler tells it.
private struct Membership {
  var type: String
  var name: String
  var isOfType: Bool

  init?(_ message: String) {
    let match = message.wholeMatch(of: /(type|value of type) '([\w.]+)' has no member '(\w+)'/)
    guard let match else { return nil }
    (type, name, isOfType) = (String(match.2), String(match.3), match.1 == "type")
  }
}

extension Interface.Declaration {
  /// How it is written, without attributes and what a lesson never says.
  fileprivate var plainCode: String {
    let pieces = code.filter { $0.kind != "attribute" }.map(\.text).joined()
    let text = pieces.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return kind == .initializer ? text.replacing(/^(convenience )?init/, with: owner) : text
  }

  /// The type that it is a member of.
  fileprivate var owner: String {
    path.split(separator: "(")[0].split(separator: ".").dropLast().joined(separator: ".")
  }

  fileprivate var labels: [Substring] {
    guard let opening = name.firstIndex(of: "(") else { return [] }
    return name[opening...].dropFirst().dropLast().split(separator: ":")
  }
}

extension Interface.Kind {
  /// Whether it is a member of the type itself.
  fileprivate var isStatic: Bool {
    [.enumerationCase, .typeProperty, .typeMethod, .typeSubscript].contains(self)
  }
}

extension CallSite {
  /// Whether the call may be one of this declaration.
  fileprivate func mayMean(_ declaration: Interface.Declaration) -> Bool {
    switch declaration.kind {
    case .initializer: declaration.owner == name && receiver == nil
    case .function: declaration.name.baseName == name && receiver == nil
    case .method: declaration.name.baseName == name && receiver != nil
    case .typeMethod:
      declaration.name.baseName == name
        && (receiver.map { $0.isEmpty || $0 == declaration.owner } ?? false)
    default: false
    }
  }
}
