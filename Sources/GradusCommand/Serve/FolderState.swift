import Foundation

/// What a course's folder looks like, to be compared with how it looked before.
///
/// It is read many times a second, so it asks the system itself.
struct FolderState: Equatable {
  private struct File: Equatable {
    var path: String
    var number: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private var files: [File] = []

  /// All of it as a text, a line a file.
  var text: String {
    files.map { "\($0.number) \($0.size) \($0.seconds) \($0.nanoseconds) \($0.path)\n" }.joined()
  }

  /// Reads names, sizes and times; a file that vanishes meanwhile is simply not there.
  init(of folder: URL) {
    var folders = [folder.path]
    while let folder = folders.popLast() {
      guard let names = opendir(folder) else { continue }
      defer { closedir(names) }
      while let entry = readdir(names) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasPrefix(".") { continue }
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          // A folder such as `_site` is no part of the course.
          if !name.hasPrefix("_") { folders.append(path) }
        } else if stat(path, &status) == 0 {
          files.append(
            File(
              path: path, number: UInt64(status.st_ino), size: Int(status.st_size),
              seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec))
        }
      }
    }
    files.sort { $0.path < $1.path }
  }
}
