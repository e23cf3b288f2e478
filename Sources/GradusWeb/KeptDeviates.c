// What a move of a control draws is mostly what the last one drew, so the page keeps it.
#pragma STDC FP_CONTRACT OFF
#include <TrainingKernels.h>

void *malloc(size_t count);
void free(void *memory);

/// Fills `deviates` with what was kept of a stream; whether there was anything.
__attribute__((import_module("gradus"), import_name("recall")))
_Bool page_recall(uint64_t key, uint64_t first, size_t count, double *deviates);
__attribute__((import_module("gradus"), import_name("keep")))
void page_keep(uint64_t key, uint64_t first, size_t count, const double *deviates);

void __real_tk_random_fill_normal(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double mean, double deviation,
    void *y);

void __wrap_tk_random_fill_normal(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double mean, double deviation,
    void *y) {
  double *deviates = n >= 1 << 10 && n <= 1 << 20 ? malloc((size_t)n * sizeof(double)) : NULL;
  if (!deviates) {
    __real_tk_random_fill_normal(precision, n, key, first, mean, deviation, y);
    return;
  }
  if (!page_recall(key, first, (size_t)n, deviates)) {
    __real_tk_random_fill_normal(TKFloat64, n, key, first, 0, 1, deviates);
    page_keep(key, first, (size_t)n, deviates);
  }
  for (ptrdiff_t i = 0; i < n; i++) {
    double drawn = mean + deviation * deviates[i];
    if (precision == TKFloat32) ((float *)y)[i] = (float)drawn;
    else ((double *)y)[i] = drawn;
  }
  free(deviates);
}
