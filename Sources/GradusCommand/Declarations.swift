import Foundation
import Lessons
import Notebook
import Site

/// The declarations of the modules that lessons import, for their pages on the site.
enum Declarations {
  /// What the compiler says of them; it is asked once for each engine, since half a second is much in
  /// a build that has nothing to run.
  ///
  /// Nothing where the compiler cannot say it: then the site has no such pages.
  static func interface(cache: URL) -> Interface {
    let file = cache.appending(path: "interface")
    let head = Array("gradus 3 \(engineIdentity)\n".utf8)
    if let bytes = try? [UInt8](Data(contentsOf: file)), bytes.starts(with: head),
      let interface = Interface(cache: Array(bytes.dropFirst(head.count)))
    {
      return interface
    }
    guard let graphs = try? graphs(Toolchain.here.get(), in: cache) else { return .empty }
    let interface = Interface(symbolGraphs: graphs)
    try? Data(head + interface.cache).write(to: file, options: .atomic)
    return interface
  }

  /// The problems, with the declarations that refused calls should follow.
  static func explaining(
    _ problems: [Diagnostic], in course: Course, cache: URL
  ) -> [Diagnostic] {
    Interface.canExplain(problems)
      ? interface(cache: cache).explaining(problems, in: course) : problems
  }

  /// Why there can be no such pages, as a sentence.
  static var lacking: String? {
    guard case .success(let toolchain) = Toolchain.here else {
      return "they need the Swift compiler; courses are built without them."
    }
    do {
      let graphs = try graphs(toolchain, in: FileManager.default.temporaryDirectory)
      return Interface(symbolGraphs: graphs) == .empty
        ? "The compiler's symbol graphs cannot be read; courses have no such pages." : nil
    } catch {
      return "\(error) Courses have no such pages."
    }
  }

  private static func graphs(_ toolchain: Toolchain, in folder: URL) throws -> [[UInt8]] {
    try toolchain.symbolGraphs(in: folder.appending(path: "symbol-graphs-\(getpid())"))
  }
}
