#pragma STDC FP_CONTRACT OFF
#if defined(__wasm_relaxed_simd__)
#include "../Table.h"

#define PRECISION 64
#define REGISTER_BYTES 16
#define RELAXED_FMA
#define IS_SMALL
#define IS_RARE
#define TABLE tk_relaxed_float64
#include "../Kernels/Table.h"
#endif
