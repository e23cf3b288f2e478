// Prints one JSON object a line, of all workloads or of those named: `EngineBenchmarks W1 W7`.
// `--quick` only sees whether everything runs. Pin it to one core (`taskset -c 1`) to compare rates,
// and compare only rates of one run.

import TrainingKernels

if CommandLine.arguments.contains("--first-loss") {
  printFirstLoss()
} else {
  let names = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("-") }
  let isQuick = CommandLine.arguments.contains("--quick")
  let timing: Timing = isQuick ? .quick : .full
  let growthTiming: Timing = isQuick ? .quick : Timing(repetitions: 9, seconds: 0.05)
  func isWanted(_ name: String) -> Bool { names.isEmpty || names.contains(name) }

  let peak = fusedMultiplyAddPeak(timing)
  let path = String(cString: tk_path_name(tk_path()))
  print(BenchmarkLine(name: "fma peak (\(path))", values: [("gflops", peak)]))
  if isWanted("W6") {
    for line in measureMatrixProducts(timing, peak: peak) { print(line) }
  }
  for workload in Workload.all where isWanted(workload.name) {
    print(measure(workload, timing, peak: peak))
    if workload.name != "W5" { print(measure(workload, threads: 2, timing, peak: peak)) }
  }
  if isWanted("W7") {
    var statistics = Statistics()
    print(measure(.all[0], named: "W7", timing, peak: peak) { statistics.record($0) })
  }
  if isWanted("W8") { print(measureStartup(repetitions: isQuick ? 3 : 31)) }
  if isWanted("depth") {
    for line in measureDepth(growthTiming) + measureLength(growthTiming) { print(line) }
  }
  if isWanted("charts") {
    for line in measureCharts(timing) { print(line) }
  }
}
