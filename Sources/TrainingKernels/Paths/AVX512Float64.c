#pragma STDC FP_CONTRACT OFF
#if defined(__x86_64__)
#include "../Table.h"

#define PRECISION 64
#define REGISTER_BYTES 64
#define TABLE tk_avx512_float64

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#include "../Kernels/Table.h"
#pragma clang attribute pop
#endif
