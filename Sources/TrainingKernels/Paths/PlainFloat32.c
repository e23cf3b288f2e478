#pragma STDC FP_CONTRACT OFF
#include "../Table.h"

#define PRECISION 32
#define REGISTER_BYTES (2 * PRECISION)
#define EMULATED_FMA
#define TABLE tk_plain_float32
#include "../Kernels/Table.h"
