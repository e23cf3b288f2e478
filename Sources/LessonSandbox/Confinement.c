#define _GNU_SOURCE
#include "Confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Files: Landlock.

static int landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

#define READ_FILE (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE)
#define READ_FOLDER (READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ALL_OF_FIRST_VERSION ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

static bool allow(int rules, const char *path, uint64_t access) {
  int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0) return errno == ENOENT;  // what is not there cannot be read
  struct stat info;
  if (fstat(folder, &info) == 0 && !S_ISDIR(info.st_mode))
    access &= READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
  struct landlock_path_beneath_attr beneath = {access, folder};
  bool added = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
  close(folder);
  return added;
}

static bool confine_files(const LessonLimits *limits) {
  int version = landlock_version();
  if (version < 1) return true;
  uint64_t all = ALL_OF_FIRST_VERSION;
  if (version >= 2) all |= all + 1;  // moving files between folders
  if (version >= 3) all |= all + 1;  // truncating files
  struct landlock_ruleset_attr handled = {.handled_access_fs = all};
  int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0);
  if (rules < 0) return false;
  bool done = limits->writable == NULL || allow(rules, limits->writable, all & ~LANDLOCK_ACCESS_FS_EXECUTE);
  for (const char *const *path = limits->readable; done && path && *path; path++)
    done = allow(rules, *path, READ_FOLDER);
  done = done && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return done;
}

// System calls: a seccomp filter. A lesson computes; it neither talks nor multiplies.

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define REFUSE(call)                                              \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1),          \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

// A sixth argument that the call does not have: LessonKit marks with it the copies of the program
// that it makes for the positions of a control (LessonCopy.c).
#define COPY_MARK 0x67726164

static bool confine_calls(void) {
#ifdef ARCHITECTURE
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
      // The x32 calls would go round the list below.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      REFUSE(fork),
      REFUSE(vfork),
#endif
      REFUSE(socket),
      REFUSE(socketpair),
      REFUSE(io_uring_setup),
      REFUSE(ptrace),
      REFUSE(process_vm_readv),
      REFUSE(process_vm_writev),
      REFUSE(mount),
      REFUSE(unshare),
      REFUSE(setns),
      REFUSE(bpf),
      REFUSE(perf_event_open),
      REFUSE(keyctl),
      REFUSE(add_key),
      REFUSE(kill),
      REFUSE(tkill),
      REFUSE(pidfd_send_signal),
      REFUSE(setsid),
      REFUSE(setpgid),
      // The C library falls back to clone, whose flags can be seen.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 7),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SIGCHLD, 0, 2),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, COPY_MARK, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 || errno == EINVAL;
#else
  return true;
#endif
}

bool confine(const LessonLimits *limits) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && confine_files(limits) && confine_calls();
}

LessonConfinement lesson_confinement(void) {
  LessonConfinement found = {landlock_version() >= 1, false};
#ifdef ARCHITECTURE
  found.systemCalls = prctl(PR_GET_SECCOMP) >= 0;
#endif
  return found;
}
