import Lessons
import Testing

@Suite struct NearestNameTests {
  static let known = ["label", "eval", "echo", "output", "timeout", "session"]

  @Test(
    arguments: [
      ("lable", "label"), ("Label", "label"), ("outputs", "output"), ("time-out", "timeout"),
      ("sesion", "session"), ("evil", "eval"), ("xyz", nil), ("", nil), ("out", nil),
      ("ech", "echo"),
    ] as [(String, String?)])
  func findsWhatWasMeant(_ name: String, _ meant: String?) {
    #expect(nearestName(to: name, in: Self.known) == meant)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearestName(to: "cat", in: ["car", "cab"]) == "car")
    #expect(nearestName(to: "cat", in: []) == nil)
  }
}
