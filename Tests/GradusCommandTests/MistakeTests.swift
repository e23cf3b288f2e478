import Foundation
import TestSupport
import Testing

@Test(arguments: [
  ("open(\"/etc/passwd\", O_RDONLY)", "reading outside the course"),
  ("open(\"course.yml\", O_WRONLY)", "writing into the course"),
  ("open(\"/tmp/gradus-escape\", O_CREAT | O_WRONLY, 0o600)", "writing elsewhere"),
  ("socket(AF_INET, 1, 0)", "the network"),
  ("kill(getppid(), SIGTERM)", "other programs"),
])
func aLessonCannotReach(_ call: String, _ what: String) throws {
  let story = try CourseStory([
    "lessons/01-escape.md": """
    # Escape

    ```swift
    import Glibc
    expect(\(call) == -1, "\(what)")
    ```
    """
  ])
  try story.gradus("check").succeeds()
}

@Test func everyGoldenFileIsUsed() throws { try expectEveryGoldenIsUsed() }

@Test func aMistakeInCodeOfAnotherFileIsToldInThatFile() throws {
  let story = try CourseStory([
    "lessons/code/third.swift": """
    // snippet.third
    func third(_ values: [Int]) -> Int {
        values[2]
    }
    // snippet.end
    // snippet.claim
    expect(third([1, 2, 3]) == 4, "The third is four")
    // snippet.end
    """,
    "lessons/01-a.md": """
    # A

    ```swift file=code/third.swift#third
    ```

    ```swift file=code/third.swift#claim
    ```

    ```swift
    print(third([1]))
    ```
    """,
  ])
  #expect(
    try story.gradus("check").fails(1).errors == """
      lessons/code/third.swift:3:11: error: The program stopped: Index out of range
          values[2]
                ^
      lessons/code/third.swift:7:1: error: This claim does not hold: “The third is four” (the condition is false)
      expect(third([1, 2, 3]) == 4, "The third is four")
      ^
        try: correct the claim or the experiment; a refuted claim is a finding, too
      2 errors.

      """)
}
