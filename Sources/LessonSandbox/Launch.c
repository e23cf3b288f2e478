#define _GNU_SOURCE
#include "Confinement.h"
#include "LessonSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The child reports which step failed and why through a pipe that closes when it becomes the
// program, so that the parent knows at once whether the launch succeeded.
struct failure {
  int step;
  int error;
};
enum { stepGroup, stepFiles, stepDirectory, stepLimits, stepConfine, stepExecute, stepFork };
static const char *const stepNames[] = {
    "make a process group", "connect its files", "enter its folder", "limit it", "confine it",
    "run it",               "start a process"};

static bool set_limit(int resource, uint64_t value) {
  if (value == 0) return true;
  struct rlimit limit = {value, value};
  return setrlimit(resource, &limit) == 0;
}

// Moves the descriptors to where they belong. Each is first copied above 9, so that none of the
// final places is overwritten while it is still needed.
static bool place_descriptors(int output, int error, int records) {
  int empty = open("/dev/null", O_RDONLY);
  int wanted[] = {empty, output, error, records};
  int copies[4];
  for (int i = 0; i < 4; i++) {
    copies[i] = wanted[i] < 0 ? -1 : fcntl(wanted[i], F_DUPFD_CLOEXEC, 10);
    if (wanted[i] >= 0 && copies[i] < 0) return false;
  }
  for (int i = 0; i < 4; i++) {
    if (copies[i] < 0) close(i);
    else if (dup2(copies[i], i) < 0) return false;
  }
  // Files that other threads were just opening stay here.
  syscall(SYS_close_range, 4, ~0u, 4 /* CLOSE_RANGE_CLOEXEC */);
  return true;
}

static void run_child(const char *const *arguments, const char *const *environment,
                      const char *directory, int output, int error, int records,
                      const LessonLimits *limits, pid_t parent, int report) {
  struct failure failure = {stepGroup, 0};
  if (setpgid(0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) goto failed;
  if (getppid() != parent) _exit(127);
  failure.step = stepFiles;
  if (!place_descriptors(output, error, records)) goto failed;
  failure.step = stepDirectory;
  if (chdir(directory) != 0) goto failed;
  failure.step = stepLimits;
  if (!set_limit(RLIMIT_AS, limits->addressSpaceBytes) ||
      !set_limit(RLIMIT_FSIZE, limits->fileBytes) ||
      !set_limit(RLIMIT_CPU, limits->cpuSeconds))
    goto failed;
  if (limits->isConfined) {
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) goto failed;
    failure.step = stepConfine;
    if (!confine(limits)) goto failed;
  }
  sigset_t signals;
  sigemptyset(&signals);
  sigprocmask(SIG_SETMASK, &signals, NULL);
  failure.step = stepExecute;
  execve(arguments[0], (char *const *)arguments, (char *const *)environment);
failed:
  failure.error = errno;
  ssize_t ignored = write(report, &failure, sizeof failure);
  (void)ignored;
  _exit(127);
}

int lesson_launch(const char *const *arguments, const char *const *environment,
                  const char *directory, int standardOutput, int standardError, int records,
                  const LessonLimits *limits, pid_t *process, const char **failedStep) {
  int report[2];
  *failedStep = stepNames[stepFork];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  // The report must survive the placing of descriptors 0 to 3.
  int reportEnd = fcntl(report[1], F_DUPFD_CLOEXEC, 20);
  close(report[1]);
  pid_t parent = getpid();
  pid_t child = reportEnd < 0 ? -1 : fork();
  if (child == 0) {
    run_child(arguments, environment, directory, standardOutput, standardError, records, limits,
              parent, reportEnd);
  }
  int error = errno;
  if (reportEnd >= 0) close(reportEnd);
  if (child < 0) {
    close(report[0]);
    return error;
  }
  struct failure failure;
  ssize_t count;
  do count = read(report[0], &failure, sizeof failure);
  while (count < 0 && errno == EINTR);
  close(report[0]);
  if (count == sizeof failure) {
    waitpid(child, NULL, 0);
    *failedStep = stepNames[failure.step];
    return failure.error;
  }
  *process = child;
  return 0;
}

LessonEnd lesson_wait(pid_t process, int milliseconds) {
  int descriptor = (int)syscall(SYS_pidfd_open, process, 0);
  if (descriptor >= 0) {
    struct pollfd wait = {descriptor, POLLIN, 0};
    poll(&wait, 1, milliseconds);
    close(descriptor);
  }
  int status;
  LessonEnd end = {false, -1, 0};
  // Without pidfd (before Linux 5.3) this is a plain short sleep.
  if (descriptor < 0) usleep(2000);
  if (waitpid(process, &status, WNOHANG) != process) return end;
  end.hasEnded = true;
  if (WIFEXITED(status)) end.exitCode = WEXITSTATUS(status);
  else end.signal = WTERMSIG(status);
  return end;
}

void lesson_kill(pid_t process) { kill(-process, SIGKILL); }

// For file systems that cannot exchange: the old folder is put aside first, and comes back if the
// new one cannot take its place.
static int exchange_in_steps(const char *built, const char *published) {
  char aside[4096];
  if (snprintf(aside, sizeof aside, "%s.old", built) >= (int)sizeof aside) return ENAMETOOLONG;
  if (rename(published, aside) != 0 && errno != ENOENT) return errno;
  if (rename(built, published) != 0) {
    int error = errno;
    rename(aside, published);
    return error;
  }
  rename(aside, built);
  return 0;
}

int lesson_exchange(const char *built, const char *published) {
  if (syscall(SYS_renameat2, AT_FDCWD, built, AT_FDCWD, published, 2 /* RENAME_EXCHANGE */) == 0)
    return 0;
  if (errno == EINVAL || errno == ENOSYS) return exchange_in_steps(built, published);
  if (errno != ENOENT) return errno;
  return rename(built, published) == 0 ? 0 : errno;
}
