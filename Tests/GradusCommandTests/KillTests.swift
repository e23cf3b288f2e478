import Foundation
import Testing

@Test func aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws {
  let story = try CourseStory()
  for number in 10..<40 {
    try story.write("lessons/\(number)-a-\(number).md", "# A \(number)\n\nOld.\n")
  }
  try story.gradus("build").succeeds()
  var before = try story.contents(of: "_site")
  var sawOld = false
  // Killed later and later, until a build gets to its end.
  for attempt in 0..<200 {
    for number in 10..<40 {
      try story.write("lessons/\(number)-a-\(number).md", "# A \(number)\n\nAttempt \(attempt).\n")
    }
    let (tool, _, _) = try story.start(["build"])
    usleep(UInt32(attempt) * 2000)
    kill(tool.processIdentifier, SIGKILL)
    tool.waitUntilExit()
    let after = try story.contents(of: "_site")
    let isNew = after.values.contains {
      String(decoding: $0, as: UTF8.self).contains("Attempt \(attempt).")
    }
    if isNew {
      #expect(Set(after.keys) == Set(before.keys))
      for number in 10..<40 {
        #expect(try story.read("_site/a-\(number).html").contains("Attempt \(attempt)."))
      }
    } else {
      #expect(after == before)
      sawOld = true
    }
    before = after
    if isNew && tool.terminationReason == .exit { break }
  }
  #expect(sawOld, "no build was killed in time")
  try story.gradus("build").succeeds()
  // What killed builds had begun is gone.
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: story.folder.path).sorted()
      == [".gradus", "_site", "lessons"])
}
