/// Where a link or an image in a lesson leads.
enum Address: Equatable {
  /// Somewhere on the web (`https:`, `http:`, `mailto:`) or on this site.
  case allowed(String)
  /// Nothing that a page should lead to, with the reason.
  case refused(String)

  /// Reads a destination as a browser would, so that nothing slips through: browsers drop control
  /// characters and white space, and take a backslash for a slash.
  init(_ destination: String) {
    let visible = destination.unicodeScalars.filter { $0.value >= 0x20 }
    let address = String(String.UnicodeScalarView(visible.drop { $0 == " " }))
      .replacing(" ", with: "%20")
    let head = address.prefix { !"/?#".contains($0) }
    if let colon = head.firstIndex(of: ":") {
      let scheme = head[..<colon].lowercased()
      self =
        ["http", "https", "mailto"].contains(scheme)
        ? .allowed(address)
        : .refused("a page may lead to http, https and mailto addresses, not to “\(scheme):”")
    } else if address.hasPrefix("/") || address.contains("\\") {
      self = .refused("a site opens from any folder, so an address inside it is relative")
    } else if head == ".." {
      self = .refused("it leaves the site")
    } else {
      self = .allowed(address)
    }
  }
}
