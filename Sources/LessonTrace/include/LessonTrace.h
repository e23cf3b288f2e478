#pragma once

#include "LessonCopy.h"

/// From now on, a program that traps or throws first writes where it stood.
///
/// A trap inside the standard library says nothing of the line that led to it, and an uncaught
/// error nothing of the line that threw. So the addresses of the calls under way go to standard
/// error as one line `\1gradus-trace KIND address address …`, each relative to the program's start
/// and one less than the return address; whoever started the program turns them into lines.
/// Standard output is written line by line from then on.
void lesson_report_traces(void);
