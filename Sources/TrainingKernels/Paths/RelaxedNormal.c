// Normal deviates, in vectors that fit a register of WebAssembly: with sixteen numbers of eight bytes
// most of them would wait in memory.
#pragma STDC FP_CONTRACT OFF
#if defined(__wasm_relaxed_simd__)
#include "../Mix.h"
#include "../Table.h"

#define PRECISION 64
#define LANES 2
#define RELAXED_FMA
#include "../Kernels/Vector.h"
#include "../Kernels/FusedMultiplyAdd.h"
#include "../Kernels/Functions.h"
#include "../Kernels/Circle.h"

/// tk_random_uniform(key, index), one at a time: a processor multiplies one integer of 64 bits faster
/// than two in a vector, for which few have an instruction.
INLINE double uniform(uint64_t key, uint64_t index) {
  uint64_t bits = tk_mix(tk_mix(key + index * 0x9e3779b97f4a7c15) ^ key);
  return (double)(int64_t)(bits >> 11) * 0x1p-53;
}

void tk_relaxed_normal_deviates(uint64_t key, uint64_t pair, double *y) {
  for (int i = 0; i < TK_DEVIATES; i += 2 * LANES) {
    uint64_t index = 2 * pair + (uint64_t)i;
    V u = {uniform(key, index), uniform(key, index + 2)};
    V turn = {uniform(key, index + 1), uniform(key, index + 3)};
    V radius = __builtin_elementwise_sqrt(-2 * logarithm(1 - u)), s, c;
    sine_and_cosine(0x1.921fb54442d18p2 * turn, &s, &c);  // 2π
    V even = radius * c, odd = radius * s;
    store(y + i, __builtin_shufflevector(even, odd, 0, 2));
    store(y + i + LANES, __builtin_shufflevector(even, odd, 1, 3));
  }
}
#endif
