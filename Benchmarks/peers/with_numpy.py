"""The workloads in NumPy, with the backward pass by hand."""
import numpy as np

from workloads import BATCHES

VERSION = "NumPy " + np.__version__


def step_of(workload):
    layers = workload.parameters()
    inputs, labels = workload.data()
    rows, last, rate = np.arange(workload.batch), len(layers) - 1, np.float32(workload.rate)
    running = [(np.zeros(p[-1].shape, np.float32), np.ones(p[-1].shape, np.float32)) for p in layers]

    def step(index):
        x, y = inputs[index % BATCHES], labels[index % BATCHES]
        seen = []
        for layer, parameters in enumerate(layers):
            if workload.normalized and layer < last:
                weights, scale, shift = parameters
                z = x @ weights
                mean, variance = z.mean(0), z.var(0)
                deviation = np.sqrt(variance + np.float32(1e-5))
                normal = (z - mean) / deviation
                out = scale * normal + shift
                for old, new in zip(running[layer], (mean, variance * (len(x) / (len(x) - 1)))):
                    old += np.float32(0.1) * (new - old)
            else:
                weights, biases = parameters
                normal = deviation = None
                out = x @ weights + biases
            if layer < last:
                out = np.tanh(out) if workload.activation == "tanh" else np.maximum(out, 0)
            seen.append((x, out, normal, deviation))
            x = out
        shifted = x - x.max(1, keepdims=True)
        powers = np.exp(shifted)
        sums = powers.sum(1, keepdims=True)
        loss = float(np.mean(np.log(sums[:, 0]) - shifted[rows, y]))
        slope = powers / sums
        slope[rows, y] -= 1
        slope /= np.float32(len(x))
        gradients = []
        for layer in range(last, -1, -1):
            x, out, normal, deviation = seen[layer]
            if layer < last:
                slope = slope * (1 - out * out if workload.activation == "tanh" else out > 0)
            if normal is not None:
                gradient = [(slope * normal).sum(0), slope.sum(0)]
                slope = slope * layers[layer][1]
                slope = (slope - slope.mean(0) - normal * (slope * normal).mean(0)) / deviation
            else:
                gradient = [slope.sum(0)]
            gradients.append([x.T @ slope] + gradient)
            if layer > 0:
                slope = slope @ layers[layer][0].T
        for parameters, gradient in zip(layers, reversed(gradients)):
            for parameter, slope in zip(parameters, gradient):
                parameter -= rate * slope
        return loss

    return step


def recurrent_step_of(workload):
    parameters = w, u, b, v, c = workload.parameters()
    inputs, labels = workload.data()
    rows, rate = np.arange(workload.batch), np.float32(workload.rate)
    states = np.empty((workload.length, workload.batch, workload.units), np.float32)
    slopes = np.empty_like(states)

    def step(index):
        x, y = inputs[index % BATCHES], labels[index % BATCHES]
        np.matmul(x, w, out=states)
        states[...] += b
        for t in range(workload.length):
            if t > 0:
                states[t] += states[t - 1] @ u
            np.tanh(states[t], out=states[t])
        out = states[-1] @ v + c
        shifted = out - out.max(1, keepdims=True)
        powers = np.exp(shifted)
        sums = powers.sum(1, keepdims=True)
        loss = float(np.mean(np.log(sums[:, 0]) - shifted[rows, y]))
        slope = powers / sums
        slope[rows, y] -= 1
        slope /= np.float32(len(y))
        dv, dc = states[-1].T @ slope, slope.sum(0)
        passed = slope @ v.T
        for t in range(workload.length - 1, -1, -1):
            slopes[t] = passed * (1 - states[t] * states[t])
            if t > 0:
                passed = slopes[t] @ u.T
        flat = slopes.reshape(-1, workload.units)
        dw = x.reshape(-1, workload.inputs).T @ flat
        du = states[:-1].reshape(-1, workload.units).T @ slopes[1:].reshape(-1, workload.units)
        gradients = [dw, du, flat.sum(0), dv, dc]
        norm = np.sqrt(sum(float((g * g).sum()) for g in gradients))
        scale = rate * np.float32(min(1, 1 / (norm + 1e-6)))
        for parameter, gradient in zip(parameters, gradients):
            parameter -= scale * gradient
        return loss

    return step


def product_of(a, b):
    out = np.empty_like(a)
    return lambda: np.matmul(a, b, out=out)
