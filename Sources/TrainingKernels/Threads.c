// A few threads that wait for work.
#include "Table.h"

#if defined(__wasm__)

void tk_use_threads(ptrdiff_t count) { (void)count; }
ptrdiff_t tk_threads(void) { return 1; }
void tk_share(TKWork work, void *context) { work(context, 0, 1); }

#else

#include <pthread.h>

static ptrdiff_t threads_in_use = 1;

// All that follows is guarded by `lock`; one caller at a time has the helpers.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_work = PTHREAD_COND_INITIALIZER, has_finished = PTHREAD_COND_INITIALIZER;
static TKWork work;
static void *work_context;
static ptrdiff_t work_parts, next_part, unfinished;
static ptrdiff_t helpers;
static bool is_taken;
static bool watches_forks;

void tk_use_threads(ptrdiff_t count) {
  count = count < 1 ? 1 : count > TK_MOST_THREADS ? TK_MOST_THREADS : count;
  __atomic_store_n(&threads_in_use, count, __ATOMIC_RELAXED);
}

ptrdiff_t tk_threads(void) { return __atomic_load_n(&threads_in_use, __ATOMIC_RELAXED); }

/// Does parts until none is left; called, and returns, with `lock` held.
static void do_parts(void) {
  while (next_part < work_parts) {
    const ptrdiff_t part = next_part++;
    pthread_mutex_unlock(&lock);
    work(work_context, part, work_parts);
    pthread_mutex_lock(&lock);
    if (--unfinished == 0) pthread_cond_signal(&has_finished);
  }
}

static void *help(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    do_parts();
    pthread_cond_wait(&has_work, &lock);
  }
  return NULL;
}

// A forked process has a copy of all of the above, but of the threads only the one that forked: it
// starts helpers of its own. The lock is taken meanwhile, so that no helper holds it in the copy.
static void before_fork(void) { pthread_mutex_lock(&lock); }
static void after_fork(void) { pthread_mutex_unlock(&lock); }
static void after_fork_in_child(void) {
  pthread_mutex_init(&lock, NULL);
  pthread_cond_init(&has_work, NULL);
  pthread_cond_init(&has_finished, NULL);
  helpers = work_parts = next_part = unfinished = 0;
  is_taken = false;
}

static void start_helpers(ptrdiff_t wanted) {
  if (!watches_forks) watches_forks = pthread_atfork(before_fork, after_fork, after_fork_in_child) == 0;
  while (helpers < wanted) {
    pthread_t helper;
    if (pthread_create(&helper, NULL, help, NULL) != 0) return;
    pthread_detach(helper);
    helpers++;
  }
}

void tk_share(TKWork shared, void *context) {
  const ptrdiff_t parts = tk_threads();
  pthread_mutex_lock(&lock);
  if (is_taken) {  // by another thread of the program: do it alone
    pthread_mutex_unlock(&lock);
    for (ptrdiff_t part = 0; part < parts; part++) shared(context, part, parts);
    return;
  }
  is_taken = true;
  start_helpers(parts - 1);
  work = shared, work_context = context;
  work_parts = unfinished = parts, next_part = 0;
  pthread_cond_broadcast(&has_work);
  do_parts();
  while (unfinished > 0) pthread_cond_wait(&has_finished, &lock);
  is_taken = false;
  pthread_mutex_unlock(&lock);
}

#endif
