#define _GNU_SOURCE
#include "LessonCopy.h"

#include <errno.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
// The sixth argument, which the call does not have, is the mark; see Confinement.c.
enum { mark = 0x67726164 };

pid_t lesson_copy(void) { return (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0, mark); }
#else
pid_t lesson_copy(void) { return fork(); }
#endif

int lesson_wait_for_copy(pid_t copy) {
  int status;
  while (waitpid(copy, &status, 0) < 0)
    if (errno != EINTR) return 1;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}
