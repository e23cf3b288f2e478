import Foundation

/// The files of a course that its lessons may read: everything but the lessons themselves, the
/// settings, and what is hidden or, like `_site`, put aside by its name.
public func dataFiles(inCourse folder: URL) -> [String] {
  let root = folder.resolvingSymlinksInPath().path + "/"
  let files = FileManager.default.enumerator(
    at: URL(fileURLWithPath: root), includingPropertiesForKeys: [.isRegularFileKey],
    options: [.skipsHiddenFiles])
  var names: [String] = []
  while let file = files?.nextObject() as? URL {
    if file.lastPathComponent.hasPrefix("_") {
      files?.skipDescendants()
      continue
    }
    let isFile = (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
    guard isFile, file.pathExtension != "md",
      !["course.yml", "results.lock"].contains(file.lastPathComponent),
      file.path.hasPrefix(root)
    else { continue }
    names.append(String(file.path.dropFirst(root.count)))
  }
  return names.sorted()
}
