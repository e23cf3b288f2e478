import Synchronization

/// What was made of an input under each name, for the next time that it is the same.
///
/// A course that is built again after a save is, but for one place, the course from before. Values
/// have to follow from their input alone; the last one of each name is kept.
package final class Remembered<Input: Equatable & Sendable, Value: Sendable>: Sendable {
  private let entries = Mutex<[String: (input: Input, value: Value)]>([:])

  package init() {}

  /// The value that `make` gives for the input, or gave the last time.
  package func value(_ name: String, for input: Input, _ make: () -> Value) -> Value {
    found(name, for: input, make)!
  }

  /// The value that `find` gives for the input, or gave the last time; nothing is looked for again.
  package func found(_ name: String, for input: Input, _ find: () -> Value?) -> Value? {
    if let entry = entries.withLock({ $0[name] }), entry.input == input { return entry.value }
    let value = find()
    if let value { entries.withLock { $0[name] = (input, value) } }
    return value
  }
}
