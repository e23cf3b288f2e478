#pragma once

#include "LessonSandbox.h"

/// Confines the calling process for good: what `limits` does not list is out of reach.
/// Means that the system lacks are left out; returns false only if an offered one fails.
bool confine(const LessonLimits *limits);
