"""Workloads W1 to W5 as the peers get them: the same numbers, to the bit, as the engine's own benchmark."""
import math

import numpy as np

BATCHES = 8


class Stream:
    """SplitMix64 from a seed."""

    def __init__(self, seed):
        self.seed, self.count = seed, 0

    def _next(self, count):
        i = np.arange(self.count + 1, self.count + count + 1, dtype=np.uint64)
        self.count += count
        with np.errstate(over="ignore"):
            z = np.uint64(self.seed) + i * np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            return z ^ (z >> np.uint64(31))

    def uniform(self, shape, bound):
        u = (self._next(math.prod(shape)) >> np.uint64(40)) / 2.0**24
        return ((2 * u - 1) * bound).astype(np.float32).reshape(shape)

    def labels(self, count, classes):
        return ((self._next(count) >> np.uint64(33)) % np.uint64(classes)).astype(np.int64)


class Workload:
    def __init__(self, name, sizes, activation, batch, rate, normalized=False, reference=()):
        self.name, self.sizes, self.activation = name, sizes, activation
        self.batch, self.rate, self.normalized = batch, rate, normalized
        self.reference = reference  # losses at steps 0 and 9

    def parameters(self):
        """One list a layer: weights and biases, or weights, scale and shift under batch norm."""
        stream, gain = Stream(1), 5 / 3 if self.activation == "tanh" else math.sqrt(2)
        layers, last = [], len(self.sizes) - 2
        for layer, (inputs, outputs) in enumerate(zip(self.sizes, self.sizes[1:])):
            bound = (1 if layer == last else gain) * math.sqrt(3 / inputs)
            parameters = [stream.uniform((inputs, outputs), bound)]
            if self.normalized and layer < last:
                parameters.append(np.ones(outputs, np.float32))
            layers.append(parameters + [np.zeros(outputs, np.float32)])
        return layers

    def data(self):
        inputs = Stream(2).uniform((BATCHES, self.batch, self.sizes[0]), math.sqrt(3))
        labels = Stream(3).labels(BATCHES * self.batch, self.sizes[-1])
        return inputs, labels.reshape(BATCHES, self.batch)


class Recurrent:
    """W5: a plain recurrent layer read to its end, a dense one, the gradient clipped to length 1."""

    name, inputs, units, length, classes, batch, rate = "W5", 8, 64, 100, 10, 32, 0.05
    reference = (2.546869877, 2.326884545)

    def parameters(self):
        """W, U, b; the weights and biases of the dense layer."""
        stream = Stream(1)
        shapes = [(self.inputs, self.units), (self.units, self.units), (self.units, self.classes)]
        w, u, v = (stream.uniform(shape, math.sqrt(3 / shape[0])) for shape in shapes)
        return [w, u, np.zeros(self.units, np.float32), v, np.zeros(self.classes, np.float32)]

    def data(self):
        inputs = Stream(2).uniform((BATCHES, self.length, self.batch, self.inputs), math.sqrt(3))
        labels = Stream(3).labels(BATCHES * self.batch, self.classes)
        return inputs, labels.reshape(BATCHES, self.batch)


ALL = [
    Workload("W1", [64] * 21 + [10], "tanh", 64, 0.01, reference=(2.431741575, 2.195875956)),
    Workload("W2", [32] * 51 + [10], "relu", 32, 0.001, reference=(2.604569263, 2.323588790)),
    Workload("W3", [128] * 11 + [10], "relu", 128, 0.05, True, (2.559940239, 1.928735109)),
    Workload("W4", [784, 1024, 1024, 10], "relu", 256, 0.01, reference=(3.052058259, 2.446251162)),
    Recurrent(),
]
