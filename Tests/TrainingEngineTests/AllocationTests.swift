import Foundation
import Testing
import TrainingEngine

#if os(Linux)
  /// Steps of a recorded plan must allocate nothing: the runtime's own allocation hook counts.
  @Suite(.serialized) struct AllocationTests {
    @Test func theHookSeesAnAllocation() throws {
      var tensors: [Tensor] = []
      let count = try objectsAllocated { tensors.append(Tensor(1)) }
      #expect(count > 0)
      #expect(tensors.count == 1)
    }

    @Test(arguments: [
      Optimizer.sgd(rate: 0.01),
      .sgd(rate: 0.01, momentum: 0.9).clippingGradient(toNorm: 1).decayingWeights(l2: 0.01),
    ])
    func aStepInSteadyStateAllocatesNothing(_ optimizer: Optimizer) throws {
      let network = Network(seed: 1) {
        Dense(from: 40, to: 64, weights: .he)
        BatchNorm(64)
        ReLU()
        Dense(from: 64, to: 64)
        Tanh()
        Dense(from: 64, to: 6)
      }
      let waves = Dataset.wiggle(count: 256, seed: 1)
      let steps = network.training(
        on: waves, minimizing: .crossEntropy, using: optimizer, batch: 64,
        steps: 100
      ).makeIterator()
      for _ in 0..<5 { _ = steps.next() }
      var loss = 0.0
      let count = try objectsAllocated {
        for _ in 0..<50 { loss += steps.next()?.loss ?? .nan }
      }
      #expect(count == 0)
      #expect(loss.isFinite)
    }
  }

  private typealias Allocate =
    @convention(c) (UnsafeRawPointer?, Int, Int) ->
    UnsafeMutableRawPointer?

  private nonisolated(unsafe) var allocateObject: Allocate?
  private nonisolated(unsafe) var objectCount = 0
  private nonisolated(unsafe) var countingThread = pthread_self()

  /// How many objects (arrays and buffers included) this thread allocates during `body`.
  private func objectsAllocated(during body: () -> Void) throws -> Int {
    let symbol = try #require(dlsym(nil, "_swift_allocObject"))
    let switchName = "_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly"
    let isEnabled = try #require(dlsym(nil, switchName)).assumingMemoryBound(to: Bool.self)
    let hook = symbol.assumingMemoryBound(to: Allocate.self)
    allocateObject = hook.pointee
    objectCount = 0
    countingThread = pthread_self()
    hook.pointee = { metadata, size, alignment in
      if pthread_equal(pthread_self(), countingThread) != 0 { objectCount += 1 }
      return allocateObject?(metadata, size, alignment)
    }
    isEnabled.pointee = true
    body()
    isEnabled.pointee = false
    hook.pointee = allocateObject.unsafelyUnwrapped
    return objectCount
  }
#endif
