import Testing
import TrainingEngine

/// Comma-separated values as data, and what is said of those that are not.
@Suite struct CSVTests {
  @Test func columnsAreTakenByName() {
    let text = "a,b,kind,c\n1,2,0,3\n-4.5,5e-1,1,+6\n"
    let all = Dataset(csv: text, label: "kind")
    #expect(all.inputs == [[1, 2, 3], [-4.5, 0.5, 6]])
    #expect(all.labels == [0, 1] && all.classes == 2 && all.classNames.isEmpty)
    #expect(
      Dataset(csv: text, label: "kind", columns: ["c", "a"]).inputs == [[3, 1], [6, -4.5]])
    #expect(Dataset(csv: text, label: "kind", classes: 5).classes == 5)
    let regression = Dataset(csv: text, target: "b", columns: ["a"])
    #expect(regression.inputs == [[1], [-4.5]] && regression.targets == [[2], [0.5]])
    #expect(regression.labels.isEmpty)
  }

  @Test func namesOfClassesAreNumberedInTheOrderOfTheAlphabet() {
    let data = Dataset(csv: "x,kind\n1,pear\n2,apple\n3,pear\n", label: "kind")
    #expect(data.classNames == ["apple", "pear"] && data.labels == [1, 0, 1] && data.classes == 2)
    #expect(data.dropFirst(1).classNames == ["apple", "pear"])
  }

  @Test func namesThatAreKnownKeepTheirNumbers() throws {
    let text = "x,kind\n1,pear\n2,fig\n"
    let data = Dataset(csv: text, label: "kind", classNames: ["apple", "fig", "pear"])
    #expect(data.labels == [2, 1] && data.classes == 3 && data.classNames.count == 3)
    #expect(throws: Mistake("d:2:3: \"pear\" in column \"kind\" is none of the classNames: given."))
    {
      try Dataset.reading(csv: Array(text.utf8), named: "d", label: "kind", classNames: ["fig"])
    }
  }

  @Test(
    arguments: [
      "x,kind\n1,0\n2,1", "x,kind\r\n1,0\r\n2,1\r\n", "\u{FEFF}x,kind\n1,0\n\n2,1\n\n",
      "\"x\",\"kind\"\n\"1\", 0 \n2\t,\"1\"\n",
    ])
  func isTheSameHoweverItIsWritten(_ text: String) {
    let data = Dataset(csv: text, label: "kind")
    #expect(data.inputs == [[1], [2]] && data.labels == [0, 1])
  }

  @Test func quotesKeepCommasBreaksAndQuotes() {
    let data = Dataset(
      csv: "\"a, \"\"b\"\"\n\",kind\n1,0\n", label: "kind", columns: ["a, \"b\"\n"])
    #expect(data.inputs == [[1]])
  }

  @Test(arguments: mistakes)
  func isReportedWithLineAndColumn(_ text: String, _ sentence: String) {
    #expect(mistake(text) == sentence)
  }

  private static let mistakes: [(String, String)] = [
    ("", "d.csv is empty; its first line must name the columns."),
    (
      "x,kind\n",
      "d.csv has only one line; below the names of the columns there must be rows."
    ),
    (
      "x;kind\n1,5;0",
      "d.csv has semicolons between its cells; export it with commas, and with points in its numbers: 1.5, not 1,5."
    ),
    ("x,y\n1,2", "d.csv has no column \"kind\"; its columns are \"x\", \"y\"."),
    (
      "a,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,0",
      "d.csv has no column \"kind\"; its columns are \"a\", \"b\", \"c\", \"d\", …, \"j\"."
    ),
    ("kind\n1", "d.csv leaves no column for the inputs; name at least one in columns: [\"…\"]."),
    (
      "x,kind,x\n1,0,2",
      "d.csv:1:8: the first line names the column \"x\" twice; give each its own name."
    ),
    (
      "x,kind\n1,0\n2\n3,1",
      "d.csv:3: this row has 1 cells, but the first line names 2 columns."
    ),
    (
      "x,y,kind\n1,2,0\n\n3,4 m,1",
      "d.csv:4:3: \"4 m\" in column \"y\" is not a number; correct the cell, leave out its row, or choose other columns: [\"…\"]."
    ),
    (
      "x,kind\n\"Ä,\",0",
      "d.csv:2:1: \"Ä,\" in column \"x\" is not a number; correct the cell, leave out its row, or choose other columns: [\"…\"]."
    ),
    (
      "ä,x,kind\n1,,0",
      "d.csv:2:3: an empty cell in column \"x\" is not a number; correct the cell, leave out its row, or choose other columns: [\"…\"]."
    ),
    (
      "x,kind\n0x1F,0",
      "d.csv:2:1: \"0x1F\" in column \"x\" is not a number; correct the cell, leave out its row, or choose other columns: [\"…\"]."
    ),
    (
      "x,kind\n1,0\nNaN,1",
      "d.csv:3:1: \"NaN\" in column \"x\" is not a finite number, and one such number makes every weight NaN at the first step; correct the cell or leave out its row."
    ),
    (
      "x,kind\n1e999,0",
      "d.csv:2:1: \"1e999\" in column \"x\" is not a finite number, and one such number makes every weight NaN at the first step; correct the cell or leave out its row."
    ),
    (
      "x,kind\n1,0\n2,1.5",
      "d.csv:3:3: \"1.5\" in column \"kind\" is not a class: classes are whole numbers from 0, or else names in every row."
    ),
    (
      "x,kind\n1,\n2,0",
      "d.csv:2:3: an empty cell in column \"kind\" is not a class: classes are whole numbers from 0, or else names in every row."
    ),
    (
      "x,kind\n1,0\n2,3",
      "d.csv:3:3: label 3 in column \"kind\", but with 3 classes labels go from 0 to 2."
    ),
    ("x,kind\n1,\"0\n2,1", "d.csv:2:3: the quote that opens here is never closed."),
    (
      "x,kind\n\"1\"2,0",
      "d.csv:2:4: after a closing quote a comma or the end of the line was expected; a quote inside quotes is written twice."
    ),
  ]

  private func mistake(_ text: String) -> String? {
    do throws(Mistake) {
      _ = try Dataset.reading(csv: Array(text.utf8), named: "d.csv", label: "kind", classes: 3)
      return nil
    } catch {
      return error.sentence
    }
  }
}
