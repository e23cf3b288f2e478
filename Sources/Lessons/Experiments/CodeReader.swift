/// Reading code: experiments, formulas in `math` fences, and code that is only shown.
extension BlockReader {
  func code(_ node: MarkdownNode) -> Block {
    let literal = marks.restoring(node.literal)
    guard let fence = node.fence else { return .code(language: nil, text: literal) }
    let fenceLine = blockPosition.line
    let lastLine = text.text.fileLines(node.startLine, node.endLine).upperBound
    if lastLine == fenceLine || !file.isClosing(fence, line: lastLine) {
      hasUnclosedCode = true
      file.error(
        "The code that opens here is not closed.", at: blockPosition,
        help: "a line \(fence) below its last line")
    }
    let info = marks.restoring(node.fenceInfo)
    let language = info.prefix { !$0.isWhitespace }
    switch language {
    case "": return .code(language: nil, text: literal)
    case "math":
      let first = Experiment(literal, fenceLine: fenceLine, in: file)
      return .math(Formula(tex: literal.trimmingSpaces, position: first.position))
    case "swift":
      return experiment(literal, fenceLine: fenceLine, attributes: info.dropFirst(5))
    case "{swift}":
      file.error(
        "An experiment's fence says swift without braces.", at: blockPosition, help: "```swift")
      return .code(language: "swift", text: literal)
    default: return .code(language: String(language), text: literal)
    }
  }

  private func experiment(_ literal: String, fenceLine: Int, attributes: Substring) -> Block {
    if isInFootnote {
      file.error("An experiment cannot stand in a footnote.", at: blockPosition)
    }
    var experiment = Experiment(literal, fenceLine: fenceLine, in: file)
    experiment.readOptions(file)
    let attributes = String(attributes).trimmingSpaces
    if attributes.hasPrefix("file=") {
      include(String(attributes.dropFirst("file=".count)), into: &experiment)
    } else if !attributes.isEmpty {
      file.error(
        "A swift fence takes no attributes but file=.", at: blockPosition,
        help: "a line '//| key: value' at the top of the code")
    }
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
