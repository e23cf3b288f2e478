import Foundation
import Testing
import TrainingEngine

// Only of optimized code is it true, and only there does the runtime bear to be watched.
#if os(Linux) && !DEBUG
  /// Steps of a recorded plan must allocate nothing: the runtime's own allocation hook counts.
  ///
  /// The hook is one for the whole process, so that each test runs in a process of its own.
  @Suite struct AllocationTests {
    @Test func theHookSeesAnAllocation() async {
      await #expect(processExitsWith: .exitCode(1)) {
        var tensors: [Tensor] = []
        let count = objectsAllocated { tensors.append(Tensor(1)) }
        exit(count > 0 && tensors.count == 1 ? 1 : 0)
      }
    }

    @Test func aStepInSteadyStateAllocatesNothing() async {
      await #expect(processExitsWith: .exitCode(0)) {
        let network = Network(seed: 1) {
          Dense(from: 40, to: 64, weights: .he)
          BatchNorm(64)
          ReLU()
          Residual(scale: 0.5) {
            LayerNorm(64)
            PReLU()
            Dropout(0.1)
            Dense(from: 64, to: 64)
          }
          Tanh()
          Recurrent(from: 8, to: 16, steps: 8)
          GELU()
          Dense(from: 16, to: 6)
        }
        let optimizer = Optimizer.sgd(rate: 0.01, momentum: 0.9)
          .clippingGradient(toNorm: 1).decayingWeights(l2: 0.01)
        let steps = network.training(
          on: .wiggle(count: 256, seed: 1), minimizing: .crossEntropy, using: optimizer, batch: 64,
          steps: 100
        ).makeIterator()
        for _ in 0..<5 { _ = steps.next() }
        var loss = 0.0
        let count = objectsAllocated {
          for _ in 0..<50 { loss += steps.next()?.loss ?? .nan }
        }
        exit(loss.isFinite ? Int32(min(count, 100)) : 101)
      }
    }

    @Test func adamWithAScheduleAllocatesNothingEither() async {
      await #expect(processExitsWith: .exitCode(0)) {
        let network = Network(seed: 1) {
          Dense(from: 40, to: 64, weights: .he)
          ReLU()
          Dense(from: 64, to: 6)
        }
        let optimizer = Optimizer.adamW(rate: 0.01).following(.warmUp(steps: 10))
          .clippingGradient(toNorm: 1)
        let steps = network.training(
          on: .wiggle(count: 256, seed: 1), minimizing: .crossEntropy, using: optimizer, batch: 64,
          steps: 100
        ).makeIterator()
        for _ in 0..<5 { _ = steps.next() }
        var loss = 0.0
        let count = objectsAllocated {
          for _ in 0..<50 { loss += steps.next()?.loss ?? .nan }
        }
        exit(loss.isFinite ? Int32(min(count, 100)) : 101)
      }
    }
  }

  private typealias Allocate =
    @convention(c) (UnsafeRawPointer?, Int, Int) ->
    UnsafeMutableRawPointer?

  private nonisolated(unsafe) var allocateObject: Allocate?
  private nonisolated(unsafe) var objectCount = 0

  /// How many objects (arrays and buffers included) are allocated during `body`.
  private func objectsAllocated(during body: () -> Void) -> Int {
    let switchName = "_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly"
    guard let symbol = dlsym(nil, "_swift_allocObject"), let isEnabled = dlsym(nil, switchName)
    else { return -1 }
    let hook = symbol.assumingMemoryBound(to: Allocate.self)
    allocateObject = hook.pointee
    objectCount = 0
    hook.pointee = { metadata, size, alignment in
      objectCount += 1
      return allocateObject?(metadata, size, alignment)
    }
    isEnabled.assumingMemoryBound(to: Bool.self).pointee = true
    body()
    isEnabled.assumingMemoryBound(to: Bool.self).pointee = false
    return objectCount
  }
#endif
