extension ChartContent {
  /// The content with marks that a reader can drag along x, which moves a slider of a live block.
  ///
  ///     let x = Slider("x", in: -4...8, initially: 1)
  ///     show("A point on a line.") {
  ///       Chart { PointMark(x: .value("x", x.value), y: .value("y", 0)).draggable(x: x) }
  ///     }
  ///
  /// The slider goes as far along the axis as the mark is dragged, in its own steps.
  public consuming func draggable(x slider: Slider<some SliderValue>) -> Self {
    draggable(x: slider.name, y: nil)
  }

  /// The content with marks that a reader can drag along y, which moves a slider of a live block.
  ///
  ///     PointMark(x: .value("z", 1), y: .value("φ(z)", height.value)).draggable(y: height)
  public consuming func draggable(y slider: Slider<some SliderValue>) -> Self {
    draggable(x: nil, y: slider.name)
  }

  /// The content with marks that a reader can drag anywhere, which moves two sliders of a live block.
  ///
  ///     PointMark(x: .value("σ_w", w.value), y: .value("σ_b", b.value)).draggable(x: w, y: b)
  public consuming func draggable(
    x: Slider<some SliderValue>, y: Slider<some SliderValue>
  ) -> Self {
    draggable(x: x.name, y: y.name)
  }
}
