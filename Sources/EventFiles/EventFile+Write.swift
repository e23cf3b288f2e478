import Foundation

extension EventFile {
  /// Writes the file into a folder, which is made if needed, under its ``name``.
  ///
  /// - Returns: The path of the file.
  /// - Throws: What the file system says when it cannot.
  @discardableResult
  public func write(toFolder folder: String) throws -> String {
    let folder = URL(fileURLWithPath: folder, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file, options: .atomic)
    return file.path
  }
}
