import Foundation
import Notebook
import Testing

@Test func aStoredProgramIsFoundByItsWholeKey() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = WebProgramStore(in: folder)
  let entry = WebProgramStore.Entry(seconds: [0.25, 2], text: "AGFzbQ==")
  #expect(store.entry(for: "a block") == nil)
  try store.store(entry, for: "a block")
  #expect(store.entry(for: "a block") == entry)
  // Another key with the same hash would be looked for in the same file.
  let file = store.file(of: "another block")
  try FileManager.default.copyItem(at: store.file(of: "a block"), to: file)
  #expect(store.entry(for: "another block") == nil)
  let bytes = try Data(contentsOf: file)
  for index in bytes.indices {
    var damaged = bytes
    damaged[index] ^= 1
    try damaged.write(to: store.file(of: "a block"))
    #expect(store.entry(for: "a block") == nil, "byte \(index)")
  }
}
