import Foundation

/// What a course's folder looks like, to be compared with how it looked before.
struct FolderState: Equatable {
  private var files: [String] = []

  /// Reads names, sizes and times; a file that vanishes meanwhile is simply not there.
  init(of folder: URL) {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey, .isDirectoryKey]
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
    while let file = found?.nextObject() as? URL {
      if file.lastPathComponent.hasPrefix("_") { found?.skipDescendants() }
      guard let values = try? file.resourceValues(forKeys: keys), values.isDirectory != true
      else { continue }
      let time = values.contentModificationDate?.timeIntervalSince1970 ?? 0
      files.append("\(file.path) \(values.fileSize ?? 0) \(time)")
    }
    files.sort()
  }
}
