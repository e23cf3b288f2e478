extension Dataset {
  /// Examples with classes from comma-separated values, whose first line names the columns.
  ///
  /// Every column but `label` must hold numbers. A label is a whole number from 0, or a name; names
  /// are numbered in the order of the alphabet and kept in ``classNames``.
  ///
  /// ```swift
  /// let data = Dataset(csv: "width,height,kind\n1.5,2,pear\n3,3,apple", label: "kind")
  /// data.classNames  // == ["apple", "pear"]
  /// ```
  ///
  /// - Parameters:
  ///   - name: What messages call the text, such as the path of the file that it comes from.
  ///   - label: The column with the class of each example.
  ///   - columns: The columns to use as inputs, in this order; all others if not given.
  ///   - classes: The number of classes; one more than the largest label if not given.
  ///   - classNames: The names of the classes in the order of their numbers, such as those of the
  ///     training set, of which a test set may not have all; if not given, those found.
  public init(
    csv: String, named name: String = "csv", label: String, columns: [String]? = nil,
    classes: Int? = nil, classNames: [String]? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self = Dataset.orStop(file, line) { () throws(Mistake) in
      try Dataset.reading(
        csv: Array(csv.utf8), named: name, label: label, columns: columns, classes: classes,
        classNames: classNames)
    }
  }

  /// Examples with a number to predict, from comma-separated values.
  ///
  /// ```swift
  /// let data = Dataset(csv: "area,price\n50,190000\n70,250000", target: "price")
  /// data.targets  // == [[190000.0], [250000.0]]
  /// ```
  public init(
    csv: String, named name: String = "csv", target: String, columns: [String]? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self = Dataset.orStop(file, line) { () throws(Mistake) in
      try Dataset.reading(csv: Array(csv.utf8), named: name, target: target, columns: columns)
    }
  }

  /// What ``init(csv:named:label:columns:classes:classNames:file:line:)`` makes, from bytes, with
  /// mistakes thrown.
  package static func reading(
    csv: [UInt8], named name: String, label: String, columns: [String]? = nil, classes: Int? = nil,
    classNames: [String]? = nil
  ) throws(Mistake) -> Dataset {
    let table = try CSVTable(csv, name: name)
    let answers = try table.cells(of: label)
    let inputs = try table.numbers(of: columns ?? table.names.filter { $0 != label })
    if classNames == nil, let first = answers.first, first.text == "" || Int(first.text) != nil {
      let labels = try table.classNumbers(answers, of: label, classes: classes)
      return Dataset(
        flat: inputs, features: inputs.count / answers.count, labels: labels,
        classes: classes ?? (labels.max() ?? -1) + 1)
    }
    let (labels, names) = try table.classNames(answers, of: label, known: classNames)
    return Dataset(
      flat: inputs, features: inputs.count / answers.count, labels: labels, classes: names.count,
      classNames: names)
  }

  /// What ``init(csv:named:target:columns:file:line:)`` makes, from bytes, with mistakes thrown.
  package static func reading(
    csv: [UInt8], named name: String, target: String, columns: [String]? = nil
  ) throws(Mistake) -> Dataset {
    let table = try CSVTable(csv, name: name)
    let targets = try table.numbers(of: [target])
    let inputs = try table.numbers(of: columns ?? table.names.filter { $0 != target })
    return Dataset(flat: inputs, features: inputs.count / targets.count, targets: targets)
  }

  /// What `make` makes; a mistake stops the program at the line given.
  package static func orStop(
    _ file: StaticString, _ line: UInt, _ make: () throws(Mistake) -> Dataset
  ) -> Dataset {
    do { return try make() } catch { stop(error, file, line) }
  }
}
