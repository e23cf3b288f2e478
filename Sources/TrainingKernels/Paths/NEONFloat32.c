#pragma STDC FP_CONTRACT OFF
#if defined(__aarch64__)
#include "../Table.h"

#define PRECISION 32
#define REGISTER_BYTES 16
#define TABLE tk_neon_float32
#include "../Kernels/Table.h"
#endif
