import Dispatch
import Synchronization

/// The results of `transform` on every item, in the items' order, at most `jobs` at once.
///
/// The transforms wait for other programs, so they run on threads of their own rather than on the
/// pool of Swift's tasks. The first error, in the items' order, is thrown after all have ended.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @Sendable (Item) throws -> Result
) throws -> [Result] {
  let next = Atomic(0)
  let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), items.count)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      let result = Swift.Result { try transform(items[index]) }
      results.withLock { $0[index] = result }
    }
  }
  return try results.withLock { $0 }.compactMap { try $0?.get() }
}
