/// The cheapest steps through a part of the input, after what the models know at its start.
struct PackingPlan {
  private(set) var steps: [PackedStep] = []

  /// The best way to a place so far.
  private struct Node {
    var price = Int.max
    var step = PackedStep.literal
    /// How many bytes come again behind the step and one byte that differs; often 0.
    var rest = 0
    var distance = 1, past = 0

    var count: Int { step.count + (rest > 0 ? rest + 1 : 0) }
  }

  init(_ input: [UInt8], _ part: Range<Int>, _ matches: inout MatchFinder, _ writer: PackedWriter) {
    let prices = PackingPrices(writer.models)
    var nodes = Array(repeating: Node(), count: part.count + 1)
    nodes[0] = Node(price: 0, distance: writer.distance, past: writer.past)
    // The end of a match so long that nothing within it is looked at.
    var taken = 0
    for place in 0..<part.count {
      let node = nodes[place]
      let index = part.lowerBound + place
      func reach(by step: PackedStep, for price: Int, distance: Int) {
        let end = place + step.count, price = node.price + price
        guard price < nodes[end].price else { return }
        nodes[end] = Node(
          price: price, step: step, distance: distance, past: step.follow(node.past))
      }
      /// Goes on with one byte that differs and what comes again behind it.
      func goOn(behind step: PackedStep, for price: Int, distance: Int) {
        let end = index + step.count
        let most = min(part.upperBound - end - 1, 64)
        guard most >= 2 else { return }
        var rest = 0
        while rest < most, input[end + 1 + rest] == input[end + 1 + rest - distance] { rest += 1 }
        guard rest >= 2 else { return }
        let past = step.follow(node.past), then = PackedStep.literal.follow(past)
        let price =
          node.price + price + prices.isMatch[past].no
          + prices.byte(
            input[end], after: input[end - 1], not: past & 1 == 1 ? input[end - distance] : nil)
          + prices.isMatch[then].yes + prices.isAgain[then].yes + prices.countAgain(rest)
        let last = place + step.count + 1 + rest
        guard price < nodes[last].price else { return }
        nodes[last] = Node(
          price: price, step: step, rest: rest, distance: distance, past: then << 1 & 7 | 1)
      }
      let literal =
        prices.isMatch[node.past].no
        + prices.byte(
          input[index], after: index > 0 ? input[index - 1] : 0,
          not: node.past & 1 == 1 ? input[index - node.distance] : nil)
      reach(by: .literal, for: literal, distance: node.distance)
      guard place >= taken else { continue }
      let isMatch = prices.isMatch[node.past].yes
      let (isNew, isAgain) = prices.isAgain[node.past]
      var longest = 0
      let most = min(part.count - place, PackedModel.longest)
      if node.distance <= index {
        while longest < most, input[index + longest] == input[index + longest - node.distance] {
          longest += 1
        }
      }
      for count in Self.counts(from: 1, to: longest) {
        reach(
          by: .again(count: count), for: isMatch + isAgain + prices.countAgain(count),
          distance: node.distance)
      }
      if longest > 0 {
        goOn(
          behind: .again(count: longest), for: isMatch + isAgain + prices.countAgain(longest),
          distance: node.distance)
      }
      var least = PackedModel.leastMatch
      for (count, distance) in matches.matches(at: index, before: part.upperBound) {
        let far = prices.distance(distance)
        for count in Self.counts(from: least, to: count) {
          reach(
            by: .match(count: count, distance: distance),
            for: isMatch + isNew + prices.count(count) + far[PackedModel.lengthClass(count)],
            distance: distance)
        }
        goOn(
          behind: .match(count: count, distance: distance),
          for: isMatch + isNew + prices.count(count) + far[PackedModel.lengthClass(count)],
          distance: distance)
        least = count + 1
      }
      longest = max(longest, least - 1)
      if longest >= Self.long { taken = place + longest }
    }
    var place = part.count
    while place > 0 {
      let node = nodes[place]
      if node.rest > 0 { steps += [.again(count: node.rest), .literal] }
      steps.append(node.step)
      place -= node.count
    }
    steps.reverse()
  }

  /// A match that is not cut short.
  private static let long = 64

  private static func counts(from least: Int, to most: Int) -> Range<Int> {
    most >= long ? most..<most + 1 : least..<max(most + 1, least)
  }
}
