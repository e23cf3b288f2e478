import Foundation

/// The files of a course: a folder on disk, or texts in memory.
public struct CourseFolder: Sendable {
  /// The folder as the user named it, without a slash at its end.
  public let name: String
  /// The paths of its files relative to the folder, sorted; hidden files and links that lead out of
  /// the folder are not among them.
  public let paths: [String]
  private let pathSet: Set<String>
  /// Whether there is such a folder.
  public let exists: Bool
  /// Whether a file stands there instead.
  let isFile: Bool
  /// Links that lead out of the folder, which are not followed.
  let strayLinks: [String]
  private let contents: @Sendable (String) -> [UInt8]?

  /// The folder at a path, absolute or relative to the current one.
  public init(_ path: String) {
    var name = path
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    exists = isThere && isFolder.boolValue
    isFile = isThere && !isFolder.boolValue
    self.name = name
    let root = name
    let (files, stray) = exists ? listFiles(in: root) : ([], [])
    paths = files
    pathSet = Set(files)
    strayLinks = stray
    contents = { path in FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) }
    }
  }

  /// A folder in memory: paths and the texts of its files.
  ///
  ///     CourseFolder(name: "lessons", files: ["course.yml": "title: T", "01-a.md": "# A"])
  public init(name: String, files: KeyValuePairs<String, String>) {
    self.init(name: name, contents: files.map { ($0.key, Array($0.value.utf8)) })
  }

  /// A folder in memory: paths and the bytes of its files.
  public init(name: String, contents: [(path: String, bytes: [UInt8])]) {
    self.name = name
    exists = true
    isFile = false
    paths = contents.map(\.path).sorted()
    pathSet = Set(paths)
    strayLinks = []
    self.contents = { path in contents.first { $0.path == path }?.bytes }
  }

  /// Whether the folder has a file at a path relative to it.
  func contains(_ path: String) -> Bool { pathSet.contains(path) }

  /// The bytes of a file, or nil where it cannot be read.
  func bytes(of path: String) -> [UInt8]? { contents(path) }
}

/// The files below a folder and the links out of it, sorted.
///
/// Folders that are links are not entered.
private func listFiles(in root: String) -> (files: [String], strayLinks: [String]) {
  let manager = FileManager.default
  let inside = URL(fileURLWithPath: root).resolvingSymlinksInPath().path + "/"
  var files: [String] = [], stray: [String] = []
  var folders = [""]
  while let folder = folders.popLast() {
    let names = (try? manager.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    for name in names where !name.hasPrefix(".") {
      let path = folder + name
      let full = "\(root)/\(path)"
      let type = (try? manager.attributesOfItem(atPath: full))?[.type] as? FileAttributeType
      if type == .typeDirectory {
        folders.append(path + "/")
      } else if type == .typeSymbolicLink {
        let target = URL(fileURLWithPath: full).resolvingSymlinksInPath().path
        var isFolder: ObjCBool = false
        let isFile =
          manager.fileExists(atPath: target, isDirectory: &isFolder) && !isFolder.boolValue
        if !target.hasPrefix(inside) { stray.append(path) } else if isFile { files.append(path) }
      } else if type == .typeRegular {
        files.append(path)
      }
    }
  }
  return (files.sorted(), stray.sorted())
}
