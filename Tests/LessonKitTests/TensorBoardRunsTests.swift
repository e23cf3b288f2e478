import LessonKit
import Testing
import TrainingEngine

struct TensorBoardRunsTests {
  @Test(arguments: [
    ([], "TensorBoardRuns needs at least one run, by name: [\"plain\": history]."),
    (
      ["plain", "—"],
      "The run “—” needs a name with a Latin letter or a digit, since it becomes a folder."
    ),
    (
      ["rate 1", "plain", "Rate-1"],
      "The runs “rate 1” and “Rate-1” would share the folder “Rate-1”; "
        + "give them names that differ in a letter or a digit."
    ),
    (["rate 1", "rate 0.1"], nil),
  ])
  func namesAreThoseOfFolders(_ names: [String], _ sentence: String?) {
    #expect(Mistake.inNames(of: names)?.sentence == sentence)
  }
}
