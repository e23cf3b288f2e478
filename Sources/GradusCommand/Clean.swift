import ArgumentParser
import Foundation

/// `gradus clean`: removes what building made.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove the built site and the stored results.")

  @Option(name: .shortAndLong, help: "The site's folder.", completion: .directory)
  var output = "_site"

  func run() throws {
    try Publication(output).remove()
    if FileManager.default.fileExists(atPath: cacheFolder.path) {
      try FileManager.default.removeItem(at: cacheFolder)
    }
  }
}
