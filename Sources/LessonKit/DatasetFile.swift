#if canImport(Glibc)
  import Glibc

  extension Dataset {
    /// Examples with classes from a file of comma-separated values whose first line names the
    /// columns; see ``init(csv:named:label:columns:classes:classNames:file:line:)``.
    ///
    /// ```swift
    /// let digits = Dataset.csv("data/digits.csv", label: "label")
    /// let train = Dataset.csv("data/fish.csv", label: "kind")
    /// let test = Dataset.csv("data/new-fish.csv", label: "kind", classNames: train.classNames)
    /// ```
    ///
    /// - Parameters:
    ///   - path: The file, from the course folder. A lesson reads only files whose names its code
    ///     spells out, so that the notebook knows what its results depend on.
    ///   - label: The column with the class of each example.
    ///   - columns: The columns to use as inputs, in this order; all others if not given.
    ///   - classes: The number of classes; one more than the largest label if not given.
    ///   - classNames: The names of the classes in the order of their numbers, such as those of the
    ///     training set; if not given, those found, in the order of the alphabet.
    public static func csv(
      _ path: String, label: String, columns: [String]? = nil, classes: Int? = nil,
      classNames: [String]? = nil, file: StaticString = #filePath, line: UInt = #line
    ) -> Dataset {
      orStop(file, line) { () throws(Mistake) in
        try reading(
          csv: courseFile(path), named: path, label: label, columns: columns, classes: classes,
          classNames: classNames)
      }
    }

    /// Examples with a number to predict, from a file of comma-separated values.
    ///
    /// ```swift
    /// let houses = Dataset.csv("data/houses.csv", target: "price")
    /// ```
    public static func csv(
      _ path: String, target: String, columns: [String]? = nil, file: StaticString = #filePath,
      line: UInt = #line
    ) -> Dataset {
      orStop(file, line) { () throws(Mistake) in
        try reading(csv: courseFile(path), named: path, target: target, columns: columns)
      }
    }
  }

  /// The bytes of a file of the course.
  private func courseFile(_ path: String) throws(Mistake) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missingFile(path) : .unreadableFile(path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw .unreadableFile(path) }
      bytes += chunk[..<count]
    }
  }

  extension Mistake {
    package static func missingFile(_ path: String) -> Mistake {
      Mistake(
        "There is no file \(path) that this lesson may read: a path starts at the course folder, "
          + "and must stand in the lesson's code as one text.")
    }

    package static func unreadableFile(_ path: String) -> Mistake {
      Mistake(
        "\(path) cannot be read: it must be a file of the course, and its path must stand in the "
          + "lesson's code as one text.")
    }
  }
#endif
