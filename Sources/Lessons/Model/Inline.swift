/// A run of text inside a block.
public indirect enum Inline: Equatable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  /// A link; `destination` is already the address on the site where it leads to another lesson.
  case link(destination: String, title: String?, [Inline])
  /// An image; `source` is a path in the course's folder, or an address on the web.
  case image(source: String, title: String?, alternative: [Inline])
  case math(Formula)
  /// `` `{swift} expression` ``, as an index into ``Lesson/values``.
  case value(Int)
  /// `@fig-depth` or `[](#fig-depth)`: a link to something labelled, whose text ("Figure 3.1") is the
  /// site's to find; `destination` is the address, as in a link.
  case reference(label: String, destination: String)
  /// `[@glorot2010]`: works that the course's list of references has.
  case citation([Citation])
  /// A term of the glossary by its name there, and the words that the text has for it.
  case term(name: String, text: String)
  /// A reference to a footnote, as an index into ``Lesson/footnotes``.
  case footnote(Int)
  case softBreak
  case lineBreak
  /// Raw HTML, which only a course that allows it has.
  case html(String)
}
