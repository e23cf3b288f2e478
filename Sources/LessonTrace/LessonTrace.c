#define _GNU_SOURCE
#include "LessonTrace.h"

#if defined(__linux__)
#include <dlfcn.h>
#include <execinfo.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { deepest = 128 };

static void write_text(const char *text) {
  ssize_t ignored = write(STDERR_FILENO, text, strlen(text));
  (void)ignored;
}

static void write_hexadecimal(uintptr_t number) {
  char digits[] = " 0000000000000000";
  for (int i = 16; i >= 1; i--, number >>= 4) digits[i] = "0123456789abcdef"[number & 15];
  write_text(digits);
}

/// The instruction that trapped, or 0.
static uintptr_t trapped_at = 0;

static void write_trace(const char *kind) {
  void *frames[deepest];
  int count = backtrace(frames, deepest);
  write_text("\1gradus-trace ");
  write_text(kind);
  for (int i = 0; i < count; i++) {
    Dl_info object;
    if (dladdr(frames[i], &object) == 0 || strstr(object.dli_fname, ".so") != NULL) continue;
    // Callers are told by where they go on; the call is just before.
    int before = (uintptr_t)frames[i] != trapped_at;
    write_hexadecimal((uintptr_t)frames[i] - (uintptr_t)object.dli_fbase - before);
  }
  write_text("\n");
}

static void stopped(int signal_number, siginfo_t *info, void *context) {
  (void)info;
#if defined(__x86_64__)
  trapped_at = (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  trapped_at = (uintptr_t)((ucontext_t *)context)->uc_mcontext.pc;
#endif
  write_trace("trap");
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void will_throw(void *error) {
  (void)error;
  write_trace("throw");
}

/// The runtime calls this handler at each throw (stdlib/public/runtime/ErrorObject.h).
void _swift_setWillThrowHandler(void (*handler)(void *error));

void lesson_report_traces(void) {
  static int is_reporting = 0;
  if (is_reporting) return;
  is_reporting = 1;
  // What was printed last is a hint, so it must not be lost in a buffer.
  setvbuf(stdout, NULL, _IOLBF, 0);
  // `backtrace` loads a library at its first use: not in a handler.
  void *warm[1];
  backtrace(warm, 1);
  // A stack that has overflowed cannot hold the handler's own frames.
  stack_t stack = {.ss_sp = malloc(1 << 16), .ss_size = 1 << 16};
  if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
  int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    struct sigaction action = {.sa_sigaction = stopped,
                               .sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO};
    sigaction(signals[i], &action, NULL);
  }
  _swift_setWillThrowHandler(will_throw);
}
#else
void lesson_report_traces(void) {}
#endif
