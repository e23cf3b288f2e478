import Foundation
import Lessons
import Site
import Synchronization

/// What the preview shows: the files of the last good build, and the problems of the last one.
///
/// Only these values are served, so no request can reach any other file.
final class Preview: Sendable {
  private struct State {
    var site = PreviewedSite()
    var problems: [PlacedProblem] = []
    var version = 0
  }

  private let state = Mutex(State())

  /// Counts the builds.
  var version: Int { state.withLock { $0.version } }

  /// Takes in a build; without a site, the pages of the build before stay.
  func update(_ site: PreviewedSite?, problems: [PlacedProblem]) {
    state.withLock { state in
      if let site { state.site = site }
      state.problems = problems
      state.version += 1
    }
  }

  /// Whether the file at a path is still being made.
  func isAwaited(_ path: String) -> Bool {
    state.withLock { $0.site.awaited.contains(String(path.drop { $0 == "/" })) }
  }

  /// The bytes at a path such as `/batch-norm.html`, or nil where there is no such file.
  func bytes(at path: String) -> Data? {
    let name = path == "/" ? "index.html" : String(path.drop { $0 == "/" })
    let (contents, problems, version) = state.withLock {
      ($0.site.files[name], $0.problems, PreviewPage.Version($0.version, $0.site.programs[name]))
    }
    func page(_ text: String) -> Data {
      let isPage = name.hasSuffix(".html")
      return Data((isPage ? PreviewPage.live(text, name: name, problems, version) : text).utf8)
    }
    switch contents {
    case .text(let text): return page(text)
    case .deferred(let text): return page(text.text)
    case .bytes(let bytes): return Data(bytes)
    case .copy(let file): return try? Data(contentsOf: URL(fileURLWithPath: file))
    case nil:
      guard name == "index.html" else { return nil }
      return Data(PreviewPage.waiting(problems, version).utf8)
    }
  }
}
