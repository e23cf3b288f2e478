import TrainingEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a process of W8 does: one step of W1, and its loss printed.
func printFirstLoss() {
  let workload = Workload.all[0]
  for step in workload.training(workload.network(), steps: 1) { print(step.loss) }
}

/// From starting a process to its end, with one step of training in between; the median of many.
func measureStartup(repetitions: Int) -> BenchmarkLine {
  let seconds = (0..<repetitions).map { _ in time { runSelf("--first-loss") } }
  return BenchmarkLine(
    name: "W8", values: [("milliseconds", seconds.sorted()[repetitions / 2] * 1e3)])
}

/// Runs this program with one argument, and without its output.
private func runSelf(_ argument: String) {
  guard let program = strdup(CommandLine.arguments[0]), let argument = strdup(argument) else {
    return
  }
  defer {
    free(program)
    free(argument)
  }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var process = pid_t()
  var status: Int32 = 0
  guard posix_spawn(&process, program, &actions, nil, [program, argument, nil], environ) == 0,
    waitpid(process, &status, 0) == process, status == 0
  else { fatalError("\(CommandLine.arguments[0]) could not run itself.") }
}
