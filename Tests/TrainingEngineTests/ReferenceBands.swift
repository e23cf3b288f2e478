import Testing
import TrainingEngine

/// What the science of the course says of quantities that the engine measures: a band for each.
///
/// Theory or an independent implementation gives the value; the band is what finite width, finite
/// samples and rounding allow. Quantities that belong to one layer or optimizer are tested with it.
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

/// The mean of some numbers.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The middle one of an odd number of values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// ln x, by the engine's own logarithm.
func logarithm(_ x: Double) -> Double { Tensor(x).log().value }
