import Testing

private let lesson = """
  # Rates

  ```swift
  //| label: fig-rate
  print("above")
  let rate = Slider("Learning rate", values: [0.1, 1, 10], initially: 1)
  let depth = Slider("Depth", values: 1...2)
  let unit = Picker("Activation", ["sigmoid", "tanh"])
  show("The larger the rate, the steeper.") {
      Chart(0..<10) { LineMark(x: .value("Step", $0), y: .value("Loss", rate.value * Double($0))) }
          .chartYScale(domain: 0...90)
  }
  show("\\(depth.value) times \\(unit.value)")
  print("rate \\(rate.value)")
  expect(rate.value == 1, "The rate is one")
  ```

  It is `{swift} rate.value`.

  ```swift
  print("later \\(rate.value) \\(depth.value) \\(unit.value)")
  ```
  """

@Test func aBlockRunsOnceForEachPositionOfItsControls() throws {
  let story = try CourseStory(["lessons/01-rates.md": lesson])
  let errors = try story.gradus("build", "--why").succeeds().errors
  #expect(errors.contains("lessons/01-rates.md:3: 12 positions add"))
  let page = try story.read("_site/rates.html")
  for depth in 1...2 {
    for unit in ["sigmoid", "tanh"] { #expect(page.contains("<samp>\(depth) times \(unit)<")) }
  }
  #expect(page.matches(of: /name="fig-rate.a"/).count == 3)
  #expect(page.matches(of: /<samp>above/).count == 1)
  #expect(page.matches(of: /<samp>rate 1.0</).count == 1)
  #expect(page.matches(of: /checked<\/span> <span>The rate is one/).count == 1)
  #expect(page.contains("later 1.0 1 sigmoid"))
  #expect(page.contains("It is <span class=\"value\">1</span>."))
  try story.gradus("check", "--accept").succeeds()
  #expect(try story.read("lessons/results.lock").matches(of: /\n  figure/).count == 1)

  let again = try story.gradus("build").succeeds()
  #expect(again.output.contains("nothing had to be run"))
  #expect(try story.read("_site/rates.html") == page)
}
