import Dispatch
import Foundation
import Synchronization

/// The results of `transform` on every item, in the items' order, at most `jobs` at once; without a
/// number, as many as there are cores.
///
/// Some transforms wait for other programs, so they run on threads of their own rather than on the
/// pool of Swift's tasks. The first error, in the items' order, is thrown after all have ended.
package func concurrentMap<Item: Sendable, Result: Sendable, Failure: Error>(
  _ items: [Item], jobs: Int = ProcessInfo.processInfo.activeProcessorCount,
  _ transform: @Sendable (Item) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let next = Atomic(0)
  let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), items.count)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      let result: Swift.Result<Result, Failure>
      do throws(Failure) {
        result = .success(try transform(items[index]))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[index] = result }
    }
  }
  return try results.withLock { $0 }.map { result throws(Failure) in try result!.get() }
}
