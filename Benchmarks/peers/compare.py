"""How many times faster the engine is than its peers, on one core of this machine, in this run.

    make bench > bench.json                 # or: taskset -c 1 .build/release/EngineBenchmarks > bench.json
    python3 -m venv peers && peers/bin/pip install numpy torch jax
    taskset -c 1 peers/bin/python Benchmarks/peers/compare.py bench.json

Peers that are not installed are left out. Rates are per second of processor time, the median of nine
repetitions, as in the engine's benchmark; each peer's losses at steps 0 and 9 are checked first.
"""
import importlib
import json
import os
import statistics
import sys
import time

for threads in ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"]:
    os.environ[threads] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import workloads


def rate(body):
    """How often `body` runs in a second of processor time."""
    end, count = time.perf_counter() + 0.4, 0
    while count < 10 or time.perf_counter() < end:
        body()
        count += 1
    start = time.process_time()
    body()
    count = max(1, int(0.25 / max(1e-7, time.process_time() - start)))
    rates = []
    for _ in range(9):
        start = time.process_time()
        for _ in range(count):
            body()
        rates.append(count / (time.process_time() - start))
    return statistics.median(rates)


def trained(peer, workload):
    is_recurrent = isinstance(workload, workloads.Recurrent)
    step = (peer.recurrent_step_of if is_recurrent else peer.step_of)(workload)
    losses = [step(index) for index in range(10)]
    for found, expected in zip((losses[0], losses[9]), workload.reference):
        if abs(found / expected - 1) > 5e-3:
            sys.exit(f"{peer.VERSION} {workload.name}: loss {found}, expected {expected}")
    index = iter(range(10, 1 << 62))
    return rate(lambda: step(next(index)))


def multiplied(peer, size):
    a = workloads.Stream(5).uniform((size, size), 1)
    b = workloads.Stream(6).uniform((size, size), 1)
    return rate(peer.product_of(a, b)) * 2 * size**3 / 1e9


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        lines = [json.loads(line) for line in file]
    # W4 is there for two threads as well.
    ours = {line["name"]: line for line in lines if line.get("threads", 1) == 1}
    peers = []
    for name in ["with_numpy", "with_torch", "with_jax"]:
        try:
            peers.append(importlib.import_module(name))
        except ImportError as error:
            print(f"left out: {error}", file=sys.stderr)
    print("| the engine is … times as fast as | " + " | ".join(p.VERSION for p in peers) + " |")
    print("|---|" + "---|" * len(peers))
    rows = [(w.name, "stepsPerSecond", lambda p, w=w: trained(p, w)) for w in workloads.ALL]
    rows += [(f"W6 gemm {n}", "gflops", lambda p, n=n: multiplied(p, n)) for n in (64, 256, 1024)]
    for name, unit, measure in rows:
        if name in ours:
            ratios = [f"{ours[name][unit] / measure(peer):.2f}" for peer in peers]
            print(f"| {name} | " + " | ".join(ratios) + " |", flush=True)


main()
