import Lessons

extension Lesson {
  /// The pages at the lesson's other addresses, which lead to it.
  func redirects(of course: Course) -> [SiteFile] {
    let target = course.url(of: "\(slug).html") ?? "\(slug).html"
    return aliases.map { alias in
      let page: HTML = """
        <!DOCTYPE html>
        <html lang="\(course.language)">
        <head>
        <meta charset="utf-8" />
        <title>\(title)</title>
        <meta http-equiv="refresh" content="0; url=\(slug).html" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href="\(target)" />
        </head>
        <body>
        <p><a href="\(slug).html">\(title)</a></p>
        </body>
        </html>

        """
      return SiteFile(path: "\(alias).html", contents: .text(page.source))
    }
  }
}
