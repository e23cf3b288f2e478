#pragma STDC FP_CONTRACT OFF
#if defined(__aarch64__)
#include "../Table.h"

#define PRECISION 64
#define REGISTER_BYTES 16
#define TABLE tk_neon_float64
#include "../Kernels/Table.h"
#endif
