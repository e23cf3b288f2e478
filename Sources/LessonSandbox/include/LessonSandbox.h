#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a child process may use. Zero means "no limit" for numbers.
typedef struct LessonLimits {
  uint64_t addressSpaceBytes;
  uint64_t fileBytes;
  uint64_t cpuSeconds;
  /// Confine the process: no sockets, no child processes, no files but the ones listed.
  bool isConfined;
  /// Folders and files it may read (and run code from), ended by NULL.
  const char *const *readable;
  /// The one folder it may write to.
  const char *writable;
} LessonLimits;

/// Starts a program in a process group of its own that dies with this process.
///
/// Standard input is empty; `standardOutput`, `standardError` become descriptors 1 and 2, and
/// `records` becomes descriptor 3 unless it is negative.
/// Returns 0, or the error number of the step that failed, whose name goes to `*failedStep`.
int lesson_launch(const char *const *arguments, const char *const *environment,
                  const char *directory, int standardOutput, int standardError, int records,
                  const LessonLimits *limits, pid_t *process, const char **failedStep);

/// How a process ended.
typedef struct LessonEnd {
  bool hasEnded;
  /// The exit code, or -1 if a signal ended it.
  int exitCode;
  /// The signal that ended it, or 0.
  int signal;
} LessonEnd;

/// Waits until the process ends, at most so many milliseconds.
LessonEnd lesson_wait(pid_t process, int milliseconds);

/// Kills the whole process group that `lesson_launch` made for a process.
void lesson_kill(pid_t process);

/// Which means of confinement this system offers.
typedef struct LessonConfinement {
  bool filesystem;
  bool systemCalls;
} LessonConfinement;
LessonConfinement lesson_confinement(void);

/// Exchanges two folders in one step, or renames the first if the second is not there.
/// Returns 0 or an error number.
int lesson_exchange(const char *built, const char *published);
