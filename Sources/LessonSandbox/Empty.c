#include "LessonSandbox.h"
