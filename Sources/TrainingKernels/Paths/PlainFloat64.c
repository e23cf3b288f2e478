#pragma STDC FP_CONTRACT OFF
#include "../Table.h"

#define PRECISION 64
#define REGISTER_BYTES (2 * PRECISION)
#define EMULATED_FMA
#define TABLE tk_plain_float64
#include "../Kernels/Table.h"
