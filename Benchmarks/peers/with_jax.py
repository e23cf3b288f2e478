"""The workloads in JAX, one compiled call a step."""
import jax
import jax.numpy as jnp

from workloads import BATCHES

VERSION = "JAX " + jax.__version__


def step_of(workload):
    layers = [[jnp.asarray(p) for p in layer] for layer in workload.parameters()]
    inputs, labels = (jnp.asarray(array) for array in workload.data())
    running = [(jnp.zeros(p[-1].shape), jnp.ones(p[-1].shape)) for p in layers]
    activation = jnp.tanh if workload.activation == "tanh" else jax.nn.relu
    last = len(layers) - 1

    def loss_of(layers, running, x, y):
        moved = []
        for layer, parameters in enumerate(layers):
            x = x @ parameters[0]
            if workload.normalized and layer < last:
                mean, variance = x.mean(0), x.var(0)
                x = parameters[1] * (x - mean) / jnp.sqrt(variance + 1e-5) + parameters[2]
                unbiased = variance * (len(x) / (len(x) - 1))
                old = running[layer]
                moved.append((0.9 * old[0] + 0.1 * mean, 0.9 * old[1] + 0.1 * unbiased))
            else:
                x = x + parameters[1]
                moved.append(running[layer])
            if layer < last:
                x = activation(x)
        chosen = jnp.take_along_axis(jax.nn.log_softmax(x), y[:, None], 1)
        return -chosen.mean(), moved

    @jax.jit
    def update(layers, running, x, y):
        (loss, running), gradients = jax.value_and_grad(loss_of, has_aux=True)(layers, running, x, y)
        layers = jax.tree.map(lambda p, g: p - workload.rate * g, layers, gradients)
        return layers, running, loss

    # Batches are kept apart: slicing one out of eight at each step would be timed as well.
    batches = [(inputs[i], labels[i]) for i in range(BATCHES)]
    state = [layers, running]

    def step(index):
        state[0], state[1], loss = update(*state, *batches[index % BATCHES])
        return float(loss)

    return step


def recurrent_step_of(workload):
    parameters = [jnp.asarray(p) for p in workload.parameters()]
    inputs, labels = workload.data()

    def loss_of(parameters, x, y):
        w, u, b, v, c = parameters
        driven = x @ w + b
        state = jnp.zeros(driven.shape[1:])
        last, _ = jax.lax.scan(lambda h, s: (jnp.tanh(s + h @ u), None), state, driven)
        chosen = jnp.take_along_axis(jax.nn.log_softmax(last @ v + c), y[:, None], 1)
        return -chosen.mean()

    @jax.jit
    def update(parameters, x, y):
        loss, gradients = jax.value_and_grad(loss_of)(parameters, x, y)
        norm = jnp.sqrt(sum((g * g).sum() for g in gradients))
        scale = jnp.minimum(1, 1 / (norm + 1e-6))
        return [p - workload.rate * scale * g for p, g in zip(parameters, gradients)], loss

    batches = [(jnp.asarray(inputs[i]), jnp.asarray(labels[i])) for i in range(BATCHES)]
    state = [parameters]

    def step(index):
        state[0], loss = update(state[0], *batches[index % BATCHES])
        return float(loss)

    return step


def product_of(a, b):
    a, b = jnp.asarray(a), jnp.asarray(b)
    multiply = jax.jit(jnp.matmul)
    return lambda: multiply(a, b).block_until_ready()
