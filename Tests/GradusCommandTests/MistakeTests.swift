import Foundation
import TestSupport
import Testing

private let broken: [String: String] = [
  "lessons/02-type.md": """
  # A type error

  1. In a list:

     ```swift
     let rate: Int = "fast"
     ```
  """,
  "lessons/03-trap.md": """
  # A trap

  ```swift
  func third(_ values: [Int]) -> Int {
      values[2]
  }
  ```

  ```swift
  print("so far")
  print(third([1, 2]))
  ```
  """,
  "lessons/04-claim.md": """
  # A false claim

  ```swift
  let ratio = 0.25
  expect(ratio, in: 0.3...0.4, "A layer keeps a third")
  expect(ratio > 1, "Nothing is lost")
  ```
  """,
  "lessons/05-loop.md": """
  # An endless loop

  ```swift
  //| timeout: 0.3
  while true {}
  ```
  """,
  "lessons/07-throw.md": """
  # An error that nothing catches

  ```swift
  struct Cold: Error {}
  func heat() throws { throw Cold() }
  try heat()
  ```
  """,
  "lessons/08-value.md": """
  # A misspelt value

  ```swift
  let ratio = 0.25
  ```

  The ratio is `{swift} ration`, and $\\frac{1}$.
  """,
  "lessons/09-later.md": """
  # A value from further down

  ```swift
  func half() -> Double { whole / 2 }
  ```

  It is `{swift} half()`.

  ```swift
  let whole = 3.0
  ```
  """,
  "lessons/10-function.md": """
  # A function for a value

  ```swift
  func half() -> Double { 0.5 }
  ```

  It is `{swift} half`.
  """,
]

@Test func everyMistakeOfACourseIsToldInOneRunAndTheOldSiteStays() throws {
  let story = try CourseStory(["lessons/01-good.md": "# Good\n\nText.\n"])
  try story.gradus("build").succeeds()
  let site = try story.contents(of: "_site")
  for (path, text) in broken { try story.write(path, text) }
  try story.write("lessons/06-latin.md", Data("# Latin\n\nSch".utf8 + [0xF6] + "n\n".utf8))
  let errors = try story.gradus("build").fails(1).errors
  expectGolden(errors, "mistakes.txt")
  #expect(try story.contents(of: "_site") == site)
}

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
