#pragma once

#include <sys/types.h>

/// Makes a copy of this process that goes on from here, once a position of a control.
///
/// Returns the copy's number to the one that called, 0 to the copy, or -1 with `errno`. The confined
/// process can start no other one: the call carries a mark by which the filter of `LessonSandbox`
/// knows it. As with `fork`, threads are not copied.
pid_t lesson_copy(void);

/// Waits until a copy ends. Returns its exit code, or the negative number of the signal that ended it.
int lesson_wait_for_copy(pid_t copy);
