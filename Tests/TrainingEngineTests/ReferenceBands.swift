import Testing
import TrainingEngine

/// What the science of the course says of quantities that the engine measures: a band for each.
///
/// Theory or an independent implementation gives the value; the band is what finite width, finite
/// samples and rounding allow. Each is measured by exactly one test, which ``ReferenceChecklist`` sees to.
let referenceBands: [(id: String, band: ClosedRange<Double>)] = [
  ("sigmoid.maxSlope", 0.249999...0.250001),
  ("backprop.flopRatio", 2.76...3.01),
  ("gradcheck.float32.bestError", 1e-6...2e-4),
  ("chain.steps.L1", 160...162),
  ("chain.steps.L4", 225...227),
  ("chain.steps.L8", 1110...1112),
  ("chain.steps.L16", 115_903...118_247),
  ("chain.grad.w1.5.L16", 287159.974...287217.414),
  ("lyapunov.d2l", 0.4352...0.6807),
  ("nielsen.w", 6.88726...6.90105),
  ("nielsen.window", 0.447295...0.448191),
  ("ratio.tanh.critical+", 1.03967...1.08967),
  ("ratio.tanh.ordered", 0.84622...0.89622),
  ("tanh.edgeOfChaos.sb.05", 1.75095...1.77096),
  ("tanh.cstar.2.5", 0.3468...0.5468),
  ("tanh.xiGrad.2.5", 6.5...11),
  ("tanh.sw1.powerLaw.L50", 0.002...0.06),
  ("sigmoid.criticalSigmaW", 9.8448...10.4537),
  ("relu.he.logVar.n64.L50", 3.3...4.9),
  ("relu.corr.1", 0.2783...0.3583),
  ("relu.corr.5", 0.6959...0.7759),
  ("relu.corr.20", 0.9084...0.9884),
  ("bn.weightPythagoras", 0...1e-5),
  ("rnn.nonnormal.peak", 19.35939...19.39815),
  ("rnn.wall.w5", -28081.62 ... -27969.52),
  ("borndead.n2.L10", 0.92307...0.96431),
  ("borndead.n4.L10", 0.43087...0.52021),
  ("borndead.n8.L10", 0.0212...0.05557),
  ("borndead.n4.L20", 0.685...0.76488),
  ("borndead.n8.L50", 0.14354...0.21193),
  ("borndead.line.n4.L20", 0.6...0.7),
  ("zeroFraction.healthy", 0.47...0.53),
  ("kill.eta", 1.371291...1.371566),
  ("kill.floor", 0.234374...0.234376),
  ("gd.lr10.converges", 0...1e-6),
  ("float32.doublingsToInf", 128...128),
  ("float32.halvingsToZero", 150...150),
  ("float32.quarteringsToZero", 75...75),
  ("float32.sigmoidSlopeExactlyZeroAt", 16.39...16.89),
  ("gradcheck.float64.tanh", 0...1e-06),
  ("ratio.sigmoid.lecun", 0.228052...0.244052),
  ("ratio.relu.he", 0.97...1.03),
  ("ratio.relu.xavier", 0.687107...0.727107),
  ("ratio.relu.frameworkDefault", 0.393248...0.423248),
  ("ratio.tanh.saturatedExplodes", 1.62306...1.78306),
  ("bn.relu.factor", 1.18117...1.24117),
  ("bn.relu.factor.batch8", 1.30605...1.36605),
  ("bn.sigmoid.factor", 0.996657...1.03666),
  ("bn.tanh.factor", 1.06527...1.10527),
  ("ln.relu.factor", 0.98...1.02),
  ("bn.identity", 0...1e-05),
  ("bn.inputGradientSums", 0...1e-05),
  ("bn.scaleInvariance.gradRatio", 9.99...10.01),
  ("dropout.varShift.relu.p.5", 2.39293...2.54095),
  ("residual.growth.L100", 1.39794...1.89133),
  ("residual.growth.unscaled.L20", 614.4...1433.6),
  ("rnn.orth.slope.0.9", -0.107361 ... -0.103361),
  ("rnn.orth.slope.1.1", 0.0933102...0.0973102),
  ("gd.diverge", 117.156...117.626),
  ("momentum.limit.9", 3.78...3.82),
  ("sgd.floor", 0.0496316...0.0556316),
  ("clip.byValueCosine", 0.84381...0.84383),
  ("adam.l2.invisible", 0.900842...0.902645),
  ("homogeneity.spread", 0...1e-09),
]

/// Expects a measured value within the band of the quantity called `id`.
func expectReference(
  _ id: String, _ measured: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let band = referenceBands.first(where: { $0.id == id })?.band else {
    Issue.record("There is no band called \(id).", sourceLocation: sourceLocation)
    return
  }
  #expect(band.contains(measured), "\(id)", sourceLocation: sourceLocation)
}

/// The outcomes of whole runs that the course tells of, each with one test that is marked by
/// `.reference`; and the one quantity whose value belongs to other data, so that only its identity
/// is tested.
let referenceOutcomes = [
  "train.sigmoidStalls", "train.he30", "train.sigmoidRepaired", "train.remedies", "train.recall",
  "train.clipRescue", "train.explodeWithoutNaN", "train.bnLrRange", "train.icsCrossing",
  "train.landscape", "train.deadVsLr", "train.fuse", "train.deadLayerFloor", "train.adamEps",
  "train.gradientGoesToZero", "train.deep40", "batch.gradnorm2.B1",
]

/// Marks the test of an outcome.
struct ReferenceTrait: TestTrait {
  let id: String
}

extension Trait where Self == ReferenceTrait {
  static func reference(_ id: String) -> ReferenceTrait { ReferenceTrait(id: id) }
}

/// The mean of some numbers.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The middle one of an odd number of values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// ln x, by the engine's own logarithm.
func logarithm(_ x: Double) -> Double { Tensor(x).log().value }
