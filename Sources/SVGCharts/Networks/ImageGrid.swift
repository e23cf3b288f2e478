/// Small images side by side: digits of a data set, or the weights of units.
///
///     show("Ten digits of the data.") { ImageGrid(digits.prefix(10), width: 8) }
///
/// Values from 0 up are shades from the page's ground to its ink. Where some are negative, orange is
/// positive and blue negative, and the ground is 0.
public struct ImageGrid: Sendable {
  /// One image.
  public struct Image: Sendable {
    let title: String
    let values: [Double]

    /// An image whose values are given row by row, under a title of at most two lines.
    ///
    ///     // What a classifier takes for what: "3 → 8".
    ///     ImageGrid(
    ///       images: wrong.map { .init("\(test.labels[$0]) → \(found[$0])", values: test[$0].input) },
    ///       width: 8)
    public init(_ title: String = "", values: [Double]) {
      self.title = title
      self.values = values
    }
  }

  let images: [Image]
  /// The pixels of a row.
  let side: Int
  /// How many images stand in a row; nil for as many as there is room for.
  let columns: Int?

  /// A grid of images of so many pixels a row, with so many images a row if given: what belongs
  /// together then stands below each other on a phone, too.
  ///
  ///     // Eight digits, and below each what an autoencoder makes of it.
  ///     ImageGrid(images: digits + outputs, width: 8, columns: 8)
  public init(images: [Image], width: Int, columns: Int? = nil) {
    self.images = images
    side = max(width, 1)
    self.columns = columns.map { max($0, 1) }
  }

  private var greatest: Double {
    images.reduce(0) { $1.values.reduce($0) { $1.isFinite ? max($0, abs($1)) : $0 } }
  }

  private var isSigned: Bool { images.contains { $0.values.contains { $0 < 0 } } }

  private func layout(
    _ width: Double
  ) -> (perRow: Int, pixel: Double, titled: Double, row: Double, height: Double) {
    let rows = Double((images.reduce(0) { max($0, $1.values.count) } + side - 1) / side)
    let wished = width >= 500 ? 96.0 : 72
    let room = columns.map { (width + 12) / Double($0) - 12 } ?? wished
    let pixel = max((min(wished, room) / Double(side)).roundedDown, 2)
    let fitting = max(1, Int((width + 12) / (pixel * Double(side) + 12)))
    let perRow = min(columns ?? fitting, fitting)
    let lines = images.reduce(0) { max($0, titleLines($1, pixel * Double(side)).count) }
    let titled = lines == 0 ? 0 : 5 + lineHeight * Double(lines)
    let row = rows * pixel + titled + 12
    let count = Double((images.count + perRow - 1) / perRow)
    return (perRow, pixel, titled, row, count * row + 22)
  }

  /// The title above an image so many pixels wide, broken at a space if that is too short for it.
  private func titleLines(_ image: Image, _ width: Double) -> [String] {
    guard !image.title.utf8.isEmpty else { return [] }
    guard textWidth(image.title) > width + 8 else { return [image.title] }
    var first = "", line = "", rest = ""
    for scalar in image.title.unicodeScalars {
      if scalar == " ", textWidth(line) <= width + 8 {
        (first, rest) = (line, "")
      } else {
        rest.unicodeScalars.append(scalar)
      }
      line.unicodeScalars.append(scalar)
    }
    return [first, rest].filter { !$0.utf8.isEmpty }.map { shortened($0, to: width + 8) }
  }
}

extension ImageGrid: Graphic {
  /// The height that the rows of images need.
  public func height(forWidth width: Int) -> Int { Int(layout(Double(width)).height) }

  /// How many images there are, and what the colors mean.
  public var summary: String {
    String(images.count) + (images.count == 1 ? " image" : " images") + " of "
      + String(side) + " pixels a row. " + remark
  }

  /// How many values have no color.
  public var notices: [String] {
    let missing = images.reduce(0) { sum, image in
      sum + image.values.reduce(0) { $0 + ($1.isFinite ? 0 : 1) }
    }
    guard missing > 0 else { return [] }
    return [
      String(missing) + (missing == 1 ? " value is" : " values are") + " not finite and blank."
    ]
  }

  /// A row for each image.
  public var panelData: [PanelData] {
    let count = images.reduce(0) { max($0, $1.values.count) }
    let lines = images.map { line([$0.title] + $0.values.map { $0.description }) }
    return [
      PanelData(
        title: "",
        table: ChartTable(
          columns: ["Image", "Values, row by row"],
          rows: images.prefix(200).map { image in
            [image.title, image.values.map { ReaderNumber.text($0) }.joined(separator: " ")]
          }),
        csv: line(["Image"] + (0..<count).map { "Pixel " + String($0 + 1) }) + lines.joined())
    ]
  }

  /// The images as an SVG element; its height follows from their number.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    let layout = layout(Double(width)), levels = 16.0
    var svg = SVGText()
    svg.openChart(
      width: Double(width), height: layout.height, role: "img", id: id,
      name.utf8.isEmpty ? "Images" : name, summary)
    var paths = Array(repeating: PathData(), count: 33)
    let size = greatest
    for (index, image) in images.enumerated() {
      let left = Double(index % layout.perRow) * (layout.pixel * Double(side) + 12)
      let top = Double(index / layout.perRow) * layout.row + max(layout.titled, 4)
      for (line, text) in titleLines(image, layout.pixel * Double(side)).reversed().enumerated() {
        svg.element(
          "text",
          [
            ("x", decimal(left)), ("y", decimal(top - 6 - Double(line) * lineHeight)),
            ("fill", muted),
          ], text)
      }
      func level(_ pixel: Int) -> Int {
        let value = image.values[pixel]
        guard value.isFinite, size > 0 else { return 0 }
        let level = Int((abs(value) / size * levels + 0.5).roundedDown)
        return value < 0 ? -level : level
      }
      var pixel = 0
      while pixel < image.values.count {
        let start = pixel, shade = level(pixel)
        while pixel < image.values.count, level(pixel) == shade, pixel / side == start / side {
          pixel += 1
        }
        guard shade != 0 else { continue }
        paths[shade + 16].move(
          to: Point(
            x: left + Double(start % side) * layout.pixel,
            y: top + (Double(start / side) + 0.5) * layout.pixel))
        paths[shade + 16].horizontal(by: Double(pixel - start) * layout.pixel)
      }
    }
    for (number, path) in paths.enumerated() where !path.isEmpty {
      let paint = !isSigned ? Color.primary : number > 16 ? .orange : .blue
      let share = Double(abs(number - 16)) / levels
      svg.element(
        "path",
        [
          ("class", "chart-image"), ("fill", "none"), ("stroke", paint.css),
          ("stroke-opacity", share == 1 ? "" : hundredths(share)),
          ("stroke-width", decimal(layout.pixel)), ("shape-rendering", "crispEdges"),
          ("d", path.text),
        ])
    }
    svg.element(
      "text",
      [
        ("class", "chart-remark"), ("x", "0"), ("y", decimal(layout.height - 5)), ("fill", muted),
      ], shortened(remark, to: Double(width)))
    svg.close("svg")
    return svg.text
  }

  private var remark: String {
    let most = ReaderNumber.text(greatest)
    let meaning =
      isSigned
      ? "Orange is positive, blue negative; full color is " + most + "."
      : "Full ink is " + most + ", the ground is 0."
    return ([meaning] + notices).joined(separator: " ")
  }
}
