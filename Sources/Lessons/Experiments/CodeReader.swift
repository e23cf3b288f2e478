/// Reading code: experiments, formulas in `math` fences, and code that is only shown.
extension BlockReader {
  func code(_ node: MarkdownNode) -> Block {
    let literal = marks.restoring(node.literal)
    guard let fence = node.fence else {
      refuseIndentedFence(literal)
      return .code(language: nil, text: literal)
    }
    let fenceLine = blockPosition.line
    let isClosed = checkClosing(node, fence)
    let info = marks.restoring(node.fenceInfo)
    let language = info.prefix { !$0.isWhitespace }
    switch language {
    case "": return .code(language: nil, text: literal)
    case "math":
      let first = Experiment(literal, fenceLine: fenceLine, in: file)
      return .math(Formula(tex: literal.trimmingSpaces, position: first.position))
    case "swift":
      return experiment(
        literal, fenceLine: fenceLine, attributes: info.dropFirst(5), isClosed: isClosed)
    case "Swift", "SWIFT":
      file.error(
        "An experiment's fence says swift in small letters; code under \(language) is only shown.",
        at: blockPosition, help: "```swift")
      return .code(language: "swift", text: literal)
    case "{swift}":
      file.error(
        "An experiment's fence says swift without braces.", at: blockPosition, help: "```swift")
      return .code(language: "swift", text: literal)
    default: return .code(language: String(language), text: literal)
    }
  }

  /// Whether the code ends with a fence of its own; where not, that is a problem of the lesson.
  private func checkClosing(_ node: MarkdownNode, _ fence: String) -> Bool {
    let fenceLine = blockPosition.line
    let lastLine = text.text.fileLines(node.startLine, node.endLine).upperBound
    defer { lastFence = (blockPosition, lastLine) }
    if let above = lastFence, above.lastLine == fenceLine {
      // What was to close the code above stands outside its list or quote, and so opens new code.
      hasUnclosedCode = true
      file.error(
        "The code that opens here is not closed: the fence in line \(fenceLine) is indented otherwise.",
        at: above.position, help: "the same indentation for both fences and the code between")
      return false
    }
    guard lastLine == fenceLine || !file.isClosing(fence, line: lastLine) else { return true }
    hasUnclosedCode = true
    file.error(
      "The code that opens here is not closed.", at: blockPosition,
      help: "a line \(fence) below its last line")
    return false
  }

  /// Tells of code that is code only because its fence is indented so far.
  private func refuseIndentedFence(_ literal: String) {
    guard literal.hasPrefix("```") || literal.hasPrefix("~~~") else { return }
    file.error(
      "This fence is indented so far that it is shown as text.", at: blockPosition,
      help: "the indentation of the text around it")
  }

  private func experiment(
    _ literal: String, fenceLine: Int, attributes: Substring, isClosed: Bool
  ) -> Block {
    if isInFootnote {
      file.error("An experiment cannot stand in a footnote.", at: blockPosition)
    }
    var experiment = Experiment(literal, fenceLine: fenceLine, in: file)
    experiment.readOptions(file)
    // The rest of the lesson may have come into it.
    if !isClosed { experiment.options.compile = false }
    let attributes = String(attributes).trimmingSpaces
    if attributes.hasPrefix("file=") {
      include(String(attributes.dropFirst("file=".count)), into: &experiment)
    } else if !attributes.isEmpty {
      file.error(
        "A swift fence takes no attributes but file=.", at: blockPosition,
        help: "a line '//| key: value' at the top of the code")
    }
    experiment.checkMarks(file)
    experiment.checkHighlight(file)
    if let label = experiment.options.label {
      let place = experiment.labelPosition ?? experiment.position
      take(label, Label.Kind(label: label), at: place)
    }
    experiments.append(experiment)
    return .experiment(experiments.count - 1)
  }
}

extension SourceFile {
  /// Whether a line holds nothing but quote marks and a run at least as long as `fence`.
  fileprivate func isClosing(_ fence: String, line: Int) -> Bool {
    let text = bytes[line - 1].filter { !$0.isSpace && $0 != UInt8(ascii: ">") }
    return text.count >= fence.utf8.count && text.allSatisfy { $0 == fence.utf8.first }
  }
}
