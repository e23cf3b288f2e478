// fma(a, b, c) = a·b + c rounded once, from the processor or emulated exactly.
#if defined(RELAXED_FMA)

// WebAssembly has it for vectors of 16 bytes only.
#include <wasm_simd128.h>
#if PRECISION == 32
#define RELAXED_MADD wasm_f32x4_relaxed_madd
#else
#define RELAXED_MADD wasm_f64x2_relaxed_madd
#endif

#define fma(a, b, c)                                                                         \
  ({                                                                                         \
    __typeof__(c) fma_a = a, fma_b = b, fma_c = c;                                           \
    enum { fma_count = sizeof fma_c / 16 };                                                  \
    v128_t fma_x[fma_count], fma_y[fma_count], fma_z[fma_count];                             \
    __builtin_memcpy(fma_x, &fma_a, sizeof fma_c);                                           \
    __builtin_memcpy(fma_y, &fma_b, sizeof fma_c);                                           \
    __builtin_memcpy(fma_z, &fma_c, sizeof fma_c);                                           \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < fma_count; i++) fma_z[i] =        \
        RELAXED_MADD(fma_x[i], fma_y[i], fma_z[i]);                                          \
    __builtin_memcpy(&fma_c, fma_z, sizeof fma_c);                                           \
    fma_c;                                                                                   \
  })

#elif !defined(EMULATED_FMA)

#define fma(a, b, c) __builtin_elementwise_fma(a, b, c)

#elif PRECISION == 32

/// In double the product of two floats is exact. Their sum with c, rounded to odd, keeps enough
/// to be rounded again, to float, as if it had been exact.
INLINE V fma(V a, V b, V c) {
  D product = widen(a) * widen(b), addend = widen(c);
  D sum = product + addend;
  D part = sum - product;
  D error = (product - (sum - part)) + (addend - part);
  DBits inexact = (error > 0) | (error < 0);
  DBits even = ((DBits)sum & 1) - 1;
  DBits away = (error > 0) == (sum > 0);
  DBits step = (away & 1) + (~away & -1);
  return narrow((D)((DBits)sum + (step & inexact & even)));
}

#else

INLINE V fma(V a, V b, V c) {
  V result;
  for (int i = 0; i < LANES; i++) result[i] = tk_fused_multiply_add(a[i], b[i], c[i]);
  return result;
}

#endif
