// Prints one JSON object a line. `--quick` only sees whether everything runs. Pin it to one core
// (`taskset -c 1`) to compare rates, and compare only rates of one run.

let timing: Timing = CommandLine.arguments.contains("--quick") ? .quick : .full

for line in measureMatrixProducts(timing) { print(line) }
