import Lessons

extension FrameWords {
  /// A phrase with markup in its places.
  func html(_ phrase: String, _ values: HTML...) -> HTML { html(phrase, values) }

  private func html(_ phrase: String, _ values: [HTML]) -> HTML {
    let parts = self[phrase].split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, values + [""]).map { HTML(escaping: String($0)) + $1 }.joined()
  }

  /// A template with its phrases, which stand between `{{#words}}` and `{{/words}}`, in these words.
  ///
  /// Tags and elements in a phrase are its places.
  func said(in template: String) -> String {
    template.replacing(/\{\{#words\}\}(.*?)\{\{\/words\}\}/) { match in
      let place = /\{\{\w+\}\}|<(\w+)[^>]*>[^<]*<\/\w+>/
      let phrase = String(match.1).replacing(place, with: "%")
      let values = match.1.matches(of: place).map { HTML(verbatim: String($0.output.0)) }
      guard FrameWords.english.contains(phrase) else { return String(match.1) }
      return html(phrase, values).source
    }
  }
}

extension FrameWords {
  /// Rules for what the style sheet says, which follow its own.
  var styleRules: String {
    own(among: FrameWords.inStyle).map { phrase in
      let text = phrase.own.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: " ")
      return "\n.fold[open] > summary::after { content: \"\(text)\"; }\n"
    }.joined()
  }
}
