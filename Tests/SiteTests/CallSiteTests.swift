import Site
import Testing

/// A call, with ‸ at the place that the compiler points at.
private let calls: [(code: String, name: String?, receiver: String?, labels: Set<Substring>)] = [
  ("Dense‸(2, to: 3)", "Dense", nil, ["to"]),
  ("data.split(train: 0.7, ‸seed: 1)", "split", "data", ["train", "seed"]),
  ("Dataset.csv(\"a (b\", ‸label: \"c\")", "csv", "Dataset", ["label"]),
  ("f(using: .sgd(rate: 1, ‸speed: 2), steps: 3)", "sgd", "", ["rate", "speed"]),
  ("f(using: .sgd(rate: 1), ‸steps: 3)", "f", nil, ["using", "steps"]),
  ("all.map { $0 }.train(\n  on: data,\n  ‸loss: x)", "train", "_", ["on", "loss"]),
  ("[1, ‸2]", nil, nil, []),
  ("(1, ‸2)", nil, nil, []),
]

@Test func theCallAroundAPlaceIsFound() throws {
  for (code, name, receiver, labels) in calls {
    let parts = code.split(separator: "‸", omittingEmptySubsequences: false)
    let call = CallSite(around: parts[0].utf8.count, in: parts.joined() + "\n")
    #expect(call?.name == name, "\(code)")
    #expect(call?.receiver == receiver, "\(code)")
    #expect(call?.labels ?? [] == labels, "\(code)")
  }
}
