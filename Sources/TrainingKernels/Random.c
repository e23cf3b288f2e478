// Random numbers as a pure function of (key, index).
#pragma STDC FP_CONTRACT OFF
#include "Mix.h"
#include "Table.h"

uint64_t tk_random_key(uint64_t seed, const uint8_t *name, ptrdiff_t count) {
  uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (ptrdiff_t i = 0; i < count; i++) hash = (hash ^ name[i]) * 0x100000001b3;
  return tk_mix(tk_mix(seed + 0x9e3779b97f4a7c15) ^ hash);
}

// The first round spreads the index, the second ties it to the key once more, so that streams whose
// keys differ by a multiple of the increment do not run in step.
uint64_t tk_random_bits(uint64_t key, uint64_t i) {
  return tk_mix(tk_mix(key + i * 0x9e3779b97f4a7c15) ^ key);
}

double tk_random_uniform(uint64_t key, uint64_t i) {
  return (double)(tk_random_bits(key, i) >> 11) * 0x1p-53;
}

double tk_random_normal(uint64_t key, uint64_t i) {
  double deviates[TK_DEVIATES];
  tk_normal_deviates(key, i / 2, deviates);
  return deviates[i & 1];
}

/// `value`, rounded to the precision of y, as y[i].
#define PUT(value)                                                        \
  do {                                                                    \
    if (precision == TKFloat32) ((float *)y)[i + j] = (float)(value);     \
    else ((double *)y)[i + j] = (value);                                  \
  } while (0)

/// `body` for each uniform number u, which belongs to y[i + j].
#define EACH_UNIFORM(body)                                                \
  for (ptrdiff_t i = 0; i < n; i += TK_UNIFORMS) {                        \
    double uniforms[TK_UNIFORMS];                                         \
    tk_uniform_deviates(key, first + (uint64_t)i, uniforms);              \
    for (ptrdiff_t j = 0; j < TK_UNIFORMS && i + j < n; j++) {            \
      double u = uniforms[j];                                             \
      body;                                                               \
    }                                                                     \
  }

void tk_random_fill_uniform(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double lower, double upper,
    void *y) {
  EACH_UNIFORM(PUT(lower + (upper - lower) * u))
}

void tk_random_fill_mask(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double rate, double kept,
    void *y) {
  EACH_UNIFORM(PUT(u < rate ? 0 : kept))
}

void tk_random_fill_normal(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double mean, double deviation,
    void *y) {
  ptrdiff_t skipped = (ptrdiff_t)(first & 1), i = 0;
  for (uint64_t pair = first / 2; i < n; pair += TK_DEVIATES / 2) {
    double deviates[TK_DEVIATES];
    tk_normal_deviates(key, pair, deviates);
    ptrdiff_t count = TK_DEVIATES - skipped < n - i ? TK_DEVIATES - skipped : n - i;
    const double *from = deviates + skipped;
    if (precision == TKFloat32) {
      float *to = (float *)y + i;
      for (ptrdiff_t j = 0; j < count; j++) to[j] = (float)(mean + deviation * from[j]);
    } else {
      double *to = (double *)y + i;
      for (ptrdiff_t j = 0; j < count; j++) to[j] = mean + deviation * from[j];
    }
    i += count;
    skipped = 0;
  }
}
