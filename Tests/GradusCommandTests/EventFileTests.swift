import EventFiles
import Foundation
import Testing
import TrainingEngine

/// What a lesson records reaches TensorBoard to the last bit: here the same network is trained in
/// the test itself.
@Test func aRunOfALessonIsAnEventFileOfTheSite() throws {
  let story = try CourseStory([
    "lessons/01-runs.md": """
    # Runs

    ```swift
    let network = Classifier(features: 40, hidden: [4, 4], classes: 6, seed: 1)
    let rate = Slider("Rate", values: [1, 2], initially: 1)
    let history = network.train(on: .wiggle(count: 320, seed: 1), epochs: 3)
    show("The run, for TensorBoard.") { TensorBoardRuns(["plain": history]) }
    ```
    """
  ])
  try story.gradus("build").succeeds()
  let classifier = Classifier(features: 40, hidden: [4, 4], classes: 6, seed: 1)
  let history = classifier.train(on: .wiggle(count: 320, seed: 1), epochs: 3)
  let file = story.folder.appending(path: "_site/runs/runs/plain/plain.tfevents")
  #expect(try [UInt8](Data(contentsOf: file)) == EventFile(history, wallTime: 0).bytes)
  #expect(try story.read("_site/runs.html").contains("href=\"runs/runs/plain/plain.tfevents\""))

  // The file is as it was when nothing has to be run.
  let site = try story.contents(of: "_site")
  try story.gradus("build").succeeds()
  #expect(try story.contents(of: "_site") == site)
}

@Test func runsWithoutANameAreAMistakeAtTheirLine() throws {
  let story = try CourseStory([
    "lessons/01-runs.md": """
    # Runs

    ```swift
    let network = Classifier(features: 40, hidden: [4], classes: 6, seed: 1)
    let history = network.train(on: .wiggle(count: 64, seed: 1), epochs: 1)
    show("The run.") { TensorBoardRuns(["—": history]) }
    ```
    """
  ])
  let errors = try story.gradus("build").fails(1).errors
  #expect(
    errors.contains(
      "lessons/01-runs.md:6:20: error: The program stopped: The run “—” needs a name with a Latin "
        + "letter or a digit, since it becomes a folder."))
}
