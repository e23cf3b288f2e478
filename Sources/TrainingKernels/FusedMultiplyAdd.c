#include "FusedMultiplyAdd.h"

double tk_fused_multiply_add(double a, double b, double c) { return __builtin_fma(a, b, c); }
