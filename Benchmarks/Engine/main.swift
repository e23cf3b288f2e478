// Prints one JSON object a line. `--quick` only sees whether everything runs. Pin it to one core
// (`taskset -c 1`) to compare rates, and compare only rates of one run.

import TrainingKernels

let timing: Timing = CommandLine.arguments.contains("--quick") ? .quick : .full

let peak = fusedMultiplyAddPeak(timing)
let path = String(cString: tk_path_name(tk_path()))
print(BenchmarkLine(name: "fma peak (\(path))", values: [("gflops", peak)]))
for line in measureMatrixProducts(timing, peak: peak) { print(line) }
for line in measureTraining(timing, peak: peak) { print(line) }
