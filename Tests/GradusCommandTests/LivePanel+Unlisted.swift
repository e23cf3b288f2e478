/// A live block at settings that no page lists: numbers of a range, those between the listed values of
/// a slider, and all of what only a program shows.
extension LivePanel {
  /// What such a setting is, and what was shown at it.
  struct Unlisted {
    var block: NativeRun.Block
    var picture: String
  }

  /// Moves all controls of a started block: thrice where some value of a control is listed nowhere,
  /// once where the only such values are those between.
  func unlisted(on page: String) throws -> [Unlisted] {
    try leaveOutNumbers()
    let isOnlyProgram = try isTrue(
      "groups.some(group => !group.querySelector('.values input[class]'))")
    let isBetween = try isTrue("groups.some(group => group.querySelector('[type=range]'))")
    return try (0..<(isOnlyProgram ? 3 : isBetween ? 1 : 0)).map { turn in
      let controls = try moveAll(turn)
      return Unlisted(
        block: .init(page: page, index: index, controls: controls), picture: try picture())
    }
  }

  /// A figure's number counts those above it, which are others on a page of blocks alone.
  func leaveOutNumbers() throws {
    try evaluate("root.querySelectorAll('.number').forEach(number => number.textContent = ''), 0")
  }

  /// Moves every control, at each turn to another place; the name and the number of each, as the
  /// address tells them.
  private func moveAll(_ turn: Int) throws -> [[String]] {
    try evaluate(
      """
      (() => {
        root.querySelector(".state button:last-of-type").click()
        groups.forEach((group, index) => {
          const inputs = [...group.querySelectorAll("input")], range = group.querySelector("[type=range]")
          if (!range) return inputs[(inputs.findIndex(input => input.defaultChecked) + \(turn) + 1) % inputs.length].click()
          const { min, max } = range, part = (37 * \(turn) + 23 * index + 37) % 80 + 10
          range.value = group.matches(".span") ? Number(min) + (max - min) * part / 100
            : (Math.floor(max / 2) + \(turn)) % max + 0.4
          range.dispatchEvent(new Event("input", { bubbles: true }))
        })
        // It says at once which names were chosen, and a moment later all that was moved.
        history.replaceState(null, "", location.href.split("#")[0])
      })(), 0
      """)
    guard try wait(for: "shows(words())"), try wait(for: "location.hash.includes('=')")
    else { throw BrowserFailure("The live block \(index) stays at: \(try state())") }
    let controls = try evaluate(
      """
      location.hash.split("=")[1].split(",").map((part, index) => {
        const { name, numbers } = groups[index].dataset
        return [name, numbers && /^\\d+$/.test(part) ? numbers.split(" ")[part] : part]
      })
      """)
    return controls as? [[String]] ?? []
  }
}
