/// One thing that a lesson program reports while it runs.
///
/// The program writes records to a file of their own; what it prints goes to another. So that the
/// two can be put back in order, ``Output`` records carry how many bytes were printed before them.
public enum Record: Equatable, Sendable {
  /// The experiment with this index in its lesson begins.
  case began(experiment: Int, printedBytes: Int)
  /// It showed or claimed something, after it had printed so many bytes.
  case output(Output, printedBytes: Int)
  /// The experiment declared a control.
  case control(Control, printedBytes: Int)
  /// A copy of the program begins to run the rest of the experiment with other choices for the
  /// controls declared so far.
  case position([Int], printedBytes: Int)
  /// That copy is done.
  case positionEnded(printedBytes: Int)
  /// The copy that ran a block that had to fail has ended, with this exit code or the negative
  /// number of a signal, and left this on standard error.
  case failed(end: Int, errors: String, printedBytes: Int)
  /// The inline value with this index in its lesson, formatted for a reader.
  case value(index: Int, text: String)
  /// The program ran to its end, having printed so many bytes.
  case ended(printedBytes: Int)
}
