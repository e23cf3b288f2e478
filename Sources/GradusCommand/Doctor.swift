import ArgumentParser
import Foundation
import Notebook
import Site

/// `gradus doctor`: what this machine has and lacks for building courses.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what this machine has and lacks, and what installs it.")

  func run() throws {
    let findings = [compiler(), formulas(), declarations(), liveBlocks(), confinement()]
    for finding in findings {
      print("\(finding.isGood ? "✓" : "✗") \(finding.subject): \(finding.state)")
    }
    if findings.contains(where: { !$0.isGood && $0.isNeeded }) {
      throw ExitCode.machineLacksSomething
    }
  }

  private struct Finding {
    var subject: String
    var isGood: Bool
    var isNeeded = true
    var state: String
  }

  private func compiler() -> Finding {
    let subject = "Swift compiler and engine"
    return switch Toolchain.here {
    case .success(let found): Finding(subject: subject, isGood: true, state: found.summary)
    case .failure(let missing): Finding(subject: subject, isGood: false, state: "\(missing)")
    }
  }

  private func formulas() -> Finding {
    if let missing = Formulas.missingSoftware {
      return Finding(subject: "Formulas (KaTeX)", isGood: false, state: "\(missing)")
    }
    return Finding(subject: "Formulas (KaTeX)", isGood: true, state: "installed")
  }

  /// Pages of declarations are left out where they cannot be made; a course is whole without them.
  private func declarations() -> Finding {
    let lacking = Declarations.lacking
    return Finding(
      subject: "Pages of the engine's declarations", isGood: lacking == nil, isNeeded: false,
      state: lacking ?? "can be made")
  }

  /// Without it, the controls of live blocks are those of all others.
  private func liveBlocks() -> Finding {
    var lacking = WebModules.lacking
    if case .failure = Toolchain.here {
      lacking = "they need the Swift compiler; pages are whole without them."
    }
    return Finding(
      subject: "Live blocks", isGood: lacking == nil, isNeeded: false,
      state: lacking ?? "can be compiled for browsers")
  }

  private func confinement() -> Finding {
    let lacking = Confinement.lacking
    return Finding(
      subject: "Confinement of experiments", isGood: lacking == nil, isNeeded: false,
      state: lacking ?? "files and system calls")
  }
}
