// Random numbers as a pure function of (key, index).
#pragma STDC FP_CONTRACT OFF
#include "Table.h"

/// The finalizer of SplitMix64: a bijection in which each input bit moves every output bit.
static uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

uint64_t tk_random_key(uint64_t seed, const uint8_t *name, ptrdiff_t count) {
  uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (ptrdiff_t i = 0; i < count; i++) hash = (hash ^ name[i]) * 0x100000001b3;
  return mix(mix(seed + 0x9e3779b97f4a7c15) ^ hash);
}

// The first round spreads the index, the second ties it to the key once more, so that streams whose
// keys differ by a multiple of the increment do not run in step.
uint64_t tk_random_bits(uint64_t key, uint64_t i) {
  return mix(mix(key + i * 0x9e3779b97f4a7c15) ^ key);
}

double tk_random_uniform(uint64_t key, uint64_t i) {
  return (double)(tk_random_bits(key, i) >> 11) * 0x1p-53;
}

#define BATCH 16

/// Normal deviates 2 · first … 2 · (first + pairs) − 1, at most BATCH pairs.
static void fill_pairs(uint64_t key, uint64_t first, ptrdiff_t pairs, double *y) {
  double logarithms[BATCH];
  for (ptrdiff_t i = 0; i < pairs; i++) {
    logarithms[i] = 1 - tk_random_uniform(key, 2 * (first + (uint64_t)i));
  }
  tk_map(TKFloat64, TKLog, pairs, logarithms, logarithms);
  for (ptrdiff_t i = 0; i < pairs; i++) {
    double radius = __builtin_elementwise_sqrt(-2 * logarithms[i]);
    double turn = tk_random_uniform(key, 2 * (first + (uint64_t)i) + 1);
    double angle = 0x1.921fb54442d18p2 * turn;  // 2π
    y[2 * i] = radius * tk_cos(angle);
    y[2 * i + 1] = radius * tk_sin(angle);
  }
}

double tk_random_normal(uint64_t key, uint64_t i) {
  double pair[2];
  fill_pairs(key, i / 2, 1, pair);
  return pair[i & 1];
}

static void put(TKPrecision precision, void *y, ptrdiff_t i, double value) {
  if (precision == TKFloat32) ((float *)y)[i] = (float)value;
  else ((double *)y)[i] = value;
}

void tk_random_fill_uniform(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double lower, double upper,
    void *y) {
  for (ptrdiff_t i = 0; i < n; i++) {
    double u = tk_random_uniform(key, first + (uint64_t)i);
    put(precision, y, i, lower + (upper - lower) * u);
  }
}

void tk_random_fill_normal(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double mean, double deviation,
    void *y) {
  ptrdiff_t skipped = (ptrdiff_t)(first & 1), i = 0;
  for (uint64_t pair = first / 2; i < n; pair += BATCH) {
    double deviates[2 * BATCH];
    ptrdiff_t pairs = (n - i + skipped + 1) / 2;
    if (pairs > BATCH) pairs = BATCH;
    fill_pairs(key, pair, pairs, deviates);
    for (ptrdiff_t from = skipped; from < 2 * pairs && i < n; from++, i++) {
      put(precision, y, i, mean + deviation * deviates[from]);
    }
    skipped = 0;
  }
}
