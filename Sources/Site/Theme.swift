import Lessons
import Mustache

/// The frame of the pages: templates, style sheet and script.
///
/// The tool carries a standard one; a course replaces any of its files by one of the same name in
/// its `theme` folder.
public struct Theme: Sendable {
  /// What is wrong with the replacements.
  let diagnostics: [Diagnostic]
  /// Whether the site has pages for declarations, to which the frame leads.
  var hasInterface = false
  /// What tells its templates from others.
  private(set) var digest: String
  private var assets: [(name: String, text: String)]
  private let templates: [(name: String, text: String)]
  private var library: MustacheLibrary

  /// A file of the course's `theme` folder.
  public struct Replacement: Equatable, Sendable {
    /// Its name, such as `style.css`.
    public var name: String
    /// Its path as messages show it.
    public var path: String
    /// What it holds.
    public var text: String

    /// Creates a replacement.
    public init(name: String, path: String, text: String) {
      self.name = name
      self.path = path
      self.text = text
    }
  }

  /// The frame that the tool carries.
  public static let standard = Theme(replacing: [])

  /// The standard frame with some files replaced.
  public init(replacing replacements: [Replacement]) {
    var files = Theme.embedded
    var diagnostics: [Diagnostic] = []
    for replacement in replacements {
      guard let index = files.firstIndex(where: { $0.name == replacement.name }) else {
        let names = files.map(\.name).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .error, path: replacement.path,
            "No file of the page's frame is called “\(replacement.name)”.",
            help: "A theme may replace \(names)."))
        continue
      }
      files[index] = (replacement.name, replacement.path, replacement.text)
    }
    var library = MustacheLibrary()
    for file in files where file.name.hasSuffix(".mustache") {
      do {
        try library.register(file.text, named: String(file.name.dropLast(".mustache".count)))
      } catch {
        diagnostics.append(TemplateError(error).diagnostic(path: file.path, text: file.text))
      }
    }
    self.library = library
    self.diagnostics = diagnostics
    templates = files.filter { $0.name.hasSuffix(".mustache") }.map {
      (String($0.name.dropLast(".mustache".count)), $0.text)
    }
    digest = ""
    assets = files.filter { !$0.name.hasSuffix(".mustache") }.map { ($0.name, $0.text) }
    say(FrameWords())
  }

  /// The frame in a course's own words.
  func inWords(of course: Course) -> Theme {
    var theme = self
    if !course.words.isEnglish { theme.say(course.words) }
    return theme
  }

  private mutating func say(_ words: FrameWords) {
    let said = templates.map { (name: $0.name, text: words.said(in: $0.text)) }
    // A template that cannot be read was told of already.
    for (name, text) in said { try? library.register(text, named: name) }
    digest = ContentDigest.text(of: said.map(\.text))
    if let style = assets.firstIndex(where: { $0.name == "style.css" }) {
      assets[style].text += words.styleRules
    }
  }

  /// The kinds of pages; each has a template of its name.
  enum Page: String { case api, index, lesson, text }

  func page(_ page: Page, _ values: TemplateValues) -> String {
    var values = values
    values["api"] = hasInterface
    return library.render(values, withTemplate: page.rawValue) ?? ""
  }

  /// A page, which follows from these templates and what they are filled with.
  ///
  /// - Parameters:
  ///   - parts: What the text in it follows from, if `text` is to make it.
  func file(
    _ path: String, _ page: Page, _ values: TemplateValues, textFrom parts: [String] = [],
    _ text: (@Sendable () -> HTML)? = nil
  ) -> SiteFile {
    let frame = [digest, page.rawValue, String(hasInterface), ContentDigest.text(of: values)]
    let whole = DeferredText(from: frame + parts) {
      var values = values
      if let text { values["text"] = text().source }
      return self.page(page, values)
    }
    return SiteFile(path: path, contents: .deferred(whole))
  }

  var styleSheet: String { assets.first { $0.name == "style.css" }?.text ?? "" }

  /// The files besides the templates, one of them longer by `text`.
  func files(adding text: String, to name: String) -> [SiteFile] {
    assets.map { SiteFile(path: $0.name, contents: .text($0.text + ($0.name == name ? text : ""))) }
  }

  private static var embedded: [(name: String, path: String, text: String)] {
    [
      ("api.mustache", PackageResources.api_mustache),
      ("charts.js", PackageResources.charts_js),
      ("index.mustache", PackageResources.index_mustache),
      ("lesson.mustache", PackageResources.lesson_mustache),
      ("live-controls.js", PackageResources.live_controls_js),
      ("live-module.js", PackageResources.live_module_js),
      ("live-program.js", PackageResources.live_program_js),
      ("live-result.js", PackageResources.live_result_js),
      ("live.js", PackageResources.live_js),
      ("page.js", PackageResources.page_js),
      ("page.mustache", PackageResources.page_mustache),
      ("reading.js", PackageResources.reading_js),
      ("search.js", PackageResources.search_js),
      ("style.css", PackageResources.style_css),
      ("text.mustache", PackageResources.text_mustache),
    ].map { ($0, "site/\($0)", String(decoding: $1, as: UTF8.self)) }
  }
}
