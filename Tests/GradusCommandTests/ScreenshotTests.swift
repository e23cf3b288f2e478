import Foundation
import Testing

/// Leaves `.build/screenshots/index.html`: each type of page wide, on a phone, dark and on paper.
@Suite(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct ScreenshotTests {
  private static let views: [(name: String, width: Int, theme: Browser.Theme, medium: String)] = [
    ("wide", 1440, .light, "screen"), ("phone", 360, .light, "screen"),
    ("dark", 1440, .dark, "screen"), ("print", 794, .light, "print"),
  ]

  @Test func keepsAPictureOfEachTypeOfPage() throws {
    let site = try EveryPart.site()
    let browser = try Browser()
    var rows = ""
    for name in EveryPart.pages {
      rows += "<h2><a href=\"site/\(name)\">\(name)</a></h2>\n<p>"
      for view in Self.views {
        let page = try browser.open(
          site.appending(path: name), width: view.width, theme: view.theme)
        try page.show(view.theme, medium: view.medium)
        let file = "\(name.dropLast(".html".count).replacing("/", with: "-"))-\(view.name)"
        let picture = try page.picture()
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        try picture.write(to: EveryPart.folder.appending(path: "\(file).png"))
        if view.medium == "print" {
          try page.paper().write(to: EveryPart.folder.appending(path: "\(file).pdf"))
        }
        let link = view.medium == "print" ? "pdf" : "png"
        rows += "<a href=\"\(file).\(link)\"><img src=\"\(file).png\" alt=\"\(view.name)\"></a>\n"
      }
      rows += "</p>\n"
    }
    let index = """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>
      <style>
        body { font: 1rem/1.5 system-ui; margin: 2rem }
        p { display: flex; gap: 1rem; align-items: start }
        a:has(img) { flex: 1; max-height: 32rem; overflow: hidden; border: 1px solid #ccc }
        img { width: 100% }
      </style>
      <h1>Each type of page: wide, on a phone, dark, on paper</h1>
      \(rows)
      """
    try Data(index.utf8).write(to: EveryPart.folder.appending(path: "index.html"))
  }
}
