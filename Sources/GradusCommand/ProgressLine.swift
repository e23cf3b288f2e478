import Foundation
import Notebook
import Synchronization

/// One line on the terminal that says what is being done; silent where nobody watches.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var done = 0, total = 0, text = ""
  }

  func report(_ event: Notebook.Event) {
    guard isShown else { return }
    state.withLock { state in
      switch event {
      case .compiling(let lesson, let total):
        (state.total, state.text) = (total, "compiling \(lesson)")
      case .running(let lesson, let line, let label):
        state.text = "running \(lesson):\(line)" + (label.isEmpty ? "" : " (\(label))")
      case .finished(let lesson, let done, let total):
        (state.done, state.total, state.text) = (done, total, "finished \(lesson)")
      case .compilingForBrowser:
        (state.total, state.text) = (0, "compiling the engine for browsers, once")
      case .compilingLive(let lesson):
        state.text = "compiling \(lesson) for browsers"
      }
      let count = state.total == 0 ? "" : "[\(state.done)/\(state.total)] "
      writeError("\r\u{1B}[K\(count)\(state.text), \((ContinuousClock.now - start).inSeconds)")
    }
  }

  /// Tells what is done with a line of its own where nobody watches.
  func tellDone(_ text: String) {
    if !isShown { writeError("\(text)\n") }
  }

  /// Removes the line, so that what follows stands alone.
  func clear() {
    if isShown { writeError("\r\u{1B}[K") }
  }
}
