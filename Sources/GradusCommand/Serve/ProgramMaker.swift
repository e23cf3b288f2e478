import Foundation
import Notebook
import Synchronization

/// Makes the programs of live blocks one after another, while the preview already shows what was
/// measured.
final class ProgramMaker: Sendable {
  private struct State {
    var wanted: [UnfinishedProgram] = []
    /// The one that is being made.
    var current: String?
    var isCancelled = false
    var count = 0
  }

  private let state = Mutex(State())
  private let change = DispatchSemaphore(value: 0)

  init() {
    Thread.detachNewThread { self.work() }
  }

  /// How many have been made, or found to be wrong: as many times the course is to be looked at anew.
  var count: Int { state.withLock { $0.count } }

  /// Makes these and no others, those first that were not asked for before.
  ///
  /// - Parameter count: how many had been made when they were found to be missing.
  func make(_ programs: [UnfinishedProgram], asOf count: Int) {
    state.withLock { state in
      guard state.count == count else { return }
      let known = Set(state.wanted.map(\.identity))
      let new = programs.filter { !known.contains($0.identity) }
      state.wanted = new + programs.filter { known.contains($0.identity) }
      // What was changed last is what the author looks at.
      if !new.isEmpty || !state.wanted.contains(where: { $0.identity == state.current }) {
        state.isCancelled = true
      }
    }
    change.signal()
  }

  private func work() {
    while true {
      guard let program = begin() else {
        change.wait()
        continue
      }
      program.make { self.state.withLock { !$0.isCancelled } }
      state.withLock { state in
        state.current = nil
        guard !state.isCancelled else { return }
        state.wanted.removeAll { $0.identity == program.identity }
        state.count += 1
      }
    }
  }

  private func begin() -> UnfinishedProgram? {
    state.withLock { state in
      state.isCancelled = false
      state.current = state.wanted.first?.identity
      return state.wanted.first
    }
  }
}
