internal import TranscriptFormat

/// Something that the reader turns on or off.
///
///     let clips = Toggle("Clip the gradient")
///     show("A long step is cut.") { lossChart(clipping: clips.isOn) }
///
/// Like a ``Picker`` of two, it runs the rest of the block for both.
public struct Toggle {
  /// Whether it is on.
  public let isOn: Bool

  /// Declares a control at the top level of a block.
  ///
  /// - Parameters:
  ///   - name: What stands beside it, unique in the block.
  ///   - isOn: Whether it is on at first.
  public init(
    _ name: String, isOn: Bool = false,
    function: String = #function, module: String = #fileID, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let place = Controls.Place(function: function, module: module, file: file, line: line)
    let chosen = place.index(
      of: .toggle, name, ["off", "on"], initial: isOn ? 1 : 0, wanted: isOn ? "on" : "off")
    self.isOn = Controls.number(setFor: name).map { $0 != 0 } ?? (chosen == 1)
  }
}
