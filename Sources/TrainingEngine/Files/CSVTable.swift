/// Comma-separated values as columns with names.
struct CSVTable {
  let name: String
  let names: [String]
  private let rows: [[CSVText.Cell]]

  init(_ bytes: [UInt8], name: String) throws(Mistake) {
    let lines = try CSVText(bytes, name: name).rows
    guard let head = lines.first else { throw .emptyCSV(name) }
    guard lines.count > 1 else { throw .csvWithoutRows(name) }
    self.name = name
    names = head.map { $0.text }
    for (index, cell) in head.enumerated() where names[..<index].contains(cell.text) {
      throw .columnTwice(cell.text, at: "\(name):\(cell.line):\(cell.column)")
    }
    if head.count == 1, head[0].text.contains(";") || head[0].text.contains("\t") {
      throw .otherSeparator(head[0].text.contains(";") ? "semicolons" : "tabs", name)
    }
    rows = Array(lines.dropFirst())
    for row in rows where row.count != head.count {
      throw .cellCount(row.count, expected: head.count, at: "\(name):\(row[0].line)")
    }
  }

  /// The cells of one column, from top to bottom.
  func cells(of column: String) throws(Mistake) -> [CSVText.Cell] {
    guard let index = names.firstIndex(of: column) else {
      throw .unknownColumn(column, name, columns: names)
    }
    return rows.map { $0[index] }
  }

  /// The numbers of several columns, row after row.
  func numbers(of columns: [String]) throws(Mistake) -> [Double] {
    guard !columns.isEmpty else { throw .noInputColumns(name) }
    var cells: [[CSVText.Cell]] = []
    for column in columns { cells.append(try self.cells(of: column)) }
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count * columns.count)
    for row in rows.indices {
      for (index, column) in columns.enumerated() {
        numbers.append(try number(cells[index][row], of: column))
      }
    }
    return numbers
  }

  /// The class numbers in the cells of a column.
  func classNumbers(
    _ cells: [CSVText.Cell], of column: String, classes: Int?
  ) throws(Mistake) -> [Int] {
    var labels: [Int] = []
    for cell in cells {
      guard let label = Int(cell.text), label >= 0 else {
        throw .notAClass(cell.text, column, at: place(of: cell))
      }
      if let classes, label >= classes {
        throw .classOutOfRange(label, classes: classes, column, at: place(of: cell))
      }
      labels.append(label)
    }
    return labels
  }

  /// The names in the cells of a column, and the number of each cell's: in the order of their bytes,
  /// or as they are known.
  func classNames(
    _ cells: [CSVText.Cell], of column: String, known: [String]?
  ) throws(Mistake) -> (labels: [Int], names: [String]) {
    var names = known ?? []
    for cell in cells {
      if cell.text == "" { throw .notAClass("", column, at: place(of: cell)) }
      if names.contains(cell.text) { continue }
      if known != nil { throw .unknownClass(cell.text, column, at: place(of: cell)) }
      names.append(cell.text)
    }
    if known == nil { names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return (cells.map { cell in names.firstIndex(of: cell.text) ?? 0 }, names)
  }

  private func number(_ cell: CSVText.Cell, of column: String) throws(Mistake) -> Double {
    let isDecimal = cell.text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    if let number = Double(cell.text) {
      // "nan" and "inf" are numbers to Swift, and so is "0x1F".
      if isDecimal, number.isFinite { return number }
      if !number.isFinite { throw .notFinite(cell.text, column, at: place(of: cell)) }
    }
    throw .notANumber(cell.text, column, at: place(of: cell))
  }

  private func place(of cell: CSVText.Cell) -> String { "\(name):\(cell.line):\(cell.column)" }
}

extension Mistake {
  static func emptyCSV(_ name: String) -> Mistake {
    Mistake("\(name) is empty; its first line must name the columns.")
  }

  static func csvWithoutRows(_ name: String) -> Mistake {
    Mistake("\(name) has only one line; below the names of the columns there must be rows.")
  }

  static func columnTwice(_ column: String, at place: String) -> Mistake {
    Mistake(
      "\(place): the first line names the column \"\(column)\" twice; give each its own name.")
  }

  static func otherSeparator(_ separator: String, _ name: String) -> Mistake {
    Mistake(
      "\(name) has \(separator) between its cells; export it with commas, and with points in its "
        + "numbers: 1.5, not 1,5.")
  }

  static func unknownClass(_ text: String, _ column: String, at place: String) -> Mistake {
    Mistake("\(place): \"\(text)\" in column \"\(column)\" is none of the classNames: given.")
  }

  static func cellCount(_ count: Int, expected: Int, at place: String) -> Mistake {
    Mistake("\(place): this row has \(count) cells, but the first line names \(expected) columns.")
  }

  static func unknownColumn(_ column: String, _ name: String, columns: [String]) -> Mistake {
    // Of many columns, the last is often the label.
    let shown = columns.count <= 8 ? columns : columns.prefix(4) + ["…"] + columns.suffix(1)
    let list = shown.map { $0 == "…" ? $0 : "\"\($0)\"" }.joined(separator: ", ")
    return Mistake("\(name) has no column \"\(column)\"; its columns are \(list).")
  }

  static func noInputColumns(_ name: String) -> Mistake {
    Mistake("\(name) leaves no column for the inputs; name at least one in columns: [\"…\"].")
  }

  static func notANumber(_ text: String, _ column: String, at place: String) -> Mistake {
    let found = text == "" ? "an empty cell" : "\"\(text)\""
    return Mistake(
      "\(place): \(found) in column \"\(column)\" is not a number; correct the cell, leave out its "
        + "row, or choose other columns: [\"…\"].")
  }

  static func notFinite(_ text: String, _ column: String, at place: String) -> Mistake {
    Mistake(
      "\(place): \"\(text)\" in column \"\(column)\" is not a finite number, and one such number "
        + "makes every weight NaN at the first step; correct the cell or leave out its row.")
  }

  static func notAClass(_ text: String, _ column: String, at place: String) -> Mistake {
    let found = text == "" ? "an empty cell" : "\"\(text)\""
    return Mistake(
      "\(place): \(found) in column \"\(column)\" is not a class: classes are whole numbers from 0, "
        + "or else names in every row.")
  }

  static func classOutOfRange(
    _ label: Int, classes: Int, _ column: String, at place: String
  ) -> Mistake {
    Mistake(
      "\(place): label \(label) in column \"\(column)\", but with \(classes) classes labels go "
        + "from 0 to \(classes - 1).")
  }
}
