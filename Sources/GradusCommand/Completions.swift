import ArgumentParser

/// `gradus completions`: what a shell needs to complete the tool's commands and options.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the script by which a shell completes gradus's commands and options.",
    discussion: """
      Examples:
        gradus completions bash > /etc/bash_completion.d/gradus
        gradus completions zsh > ~/.zfunc/_gradus
        gradus completions fish > ~/.config/fish/completions/gradus.fish
      """)

  /// The shells whose scripts can be made.
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    print(Gradus.completionScript(for: kind))
  }
}
