import Foundation

/// Something this machine lacks, and the command that installs it.
public struct MissingSoftware: Error, Equatable, CustomStringConvertible {
  /// A sentence without its full stop: what is missing.
  public var what: String
  /// The command.
  public var install: String

  /// Both sentences.
  public var description: String { "\(what). Install it with: \(install)" }
}

/// Where Debian puts KaTeX and its fonts.
package enum Installation {
  static let folder = "/usr/share/javascript/katex"
  static let script = "\(folder)/katex.min.js"
  static let style = "\(folder)/katex.min.css"
  static let fonts = "/usr/share/fonts/truetype/katex"
  static let command = "apt-get install libjs-katex fonts-katex"

  /// The bytes of one of its files.
  package static func read(_ path: String) throws(MissingSoftware) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw MissingSoftware(
        what: "KaTeX, which typesets formulas, is missing (there is no \(path))", install: command)
    }
    return Array(data)
  }
}

extension Formulas {
  /// The files of this machine by which formulas are typeset.
  public static var software: [String] { [Installation.script, Installation.style] }

  /// What typesetting a formula would miss on this machine, if anything.
  public static var missingSoftware: MissingSoftware? {
    do {
      _ = try Installation.read(Installation.script)
      _ = try Installation.read("\(Installation.fonts)/KaTeX_Main-Regular.woff2")
      return nil
    } catch {
      return error
    }
  }
}
