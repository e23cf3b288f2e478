// The public functions: each looks up the path in use and calls its kernel.
#include "Table.h"

#if defined(__x86_64__)
static const TKTable *const tables[5][2] = {
  {&tk_plain_float32, &tk_plain_float64},
  {&tk_avx2_float32, &tk_avx2_float64},
  {&tk_avx512_float32, &tk_avx512_float64},
};
#elif defined(__aarch64__)
static const TKTable *const tables[5][2] = {
  {&tk_plain_float32, &tk_plain_float64},
  {},
  {},
  {&tk_neon_float32, &tk_neon_float64},
};
#elif !defined(__wasm_relaxed_simd__)
static const TKTable *const tables[5][2] = {{&tk_plain_float32, &tk_plain_float64}};
#endif

bool tk_path_is_available(TKPath path) {
  switch (path) {
#if !defined(__wasm_relaxed_simd__)
  case TKPathPlain: return true;
#endif
#if defined(__x86_64__)
  case TKPathAVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case TKPathAVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
        && tk_path_is_available(TKPathAVX2);
#elif defined(__aarch64__)
  case TKPathNEON: return true;
#elif defined(__wasm_relaxed_simd__)
  case TKPathRelaxed: return true;
#endif
  default: return false;
  }
}

#if defined(__wasm_relaxed_simd__)
static TKPath path_in_use = TKPathRelaxed;
#else
static TKPath path_in_use = TKPathPlain;
#endif

#if defined(__x86_64__) || defined(__aarch64__)
__attribute__((constructor)) static void choose_path(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
#endif
  const TKPath fastest_first[] = {TKPathAVX512, TKPathAVX2, TKPathNEON};
  for (int i = 0; i < 3; i++) {
    if (tk_use_path(fastest_first[i])) return;
  }
}
#endif

TKPath tk_path(void) { return __atomic_load_n(&path_in_use, __ATOMIC_RELAXED); }

bool tk_use_path(TKPath path) {
  if (!tk_path_is_available(path)) return false;
  __atomic_store_n(&path_in_use, path, __ATOMIC_RELAXED);
  return true;
}

const char *tk_path_name(TKPath path) {
  switch (path) {
  case TKPathPlain: return "plain";
  case TKPathAVX2: return "AVX2";
  case TKPathAVX512: return "AVX-512";
  case TKPathNEON: return "NEON";
  case TKPathRelaxed: return "relaxed";
  }
}

#if defined(__wasm_relaxed_simd__)
// The only path in a browser, where every byte is sent: a program has the kernels that it calls, of
// which a table would name all. Results are those of other paths where the browser fuses, and differ
// by a rounding a step where it does not.
#define KERNEL(precision, name) \
  ((precision) == TKFloat32 ? tk_relaxed_float32_##name : tk_relaxed_float64_##name)
#define KERNEL_OF_DOUBLES(name) tk_relaxed_float64_##name
#else
#define KERNEL(precision, name) (tables[tk_path()][precision]->name)
#define KERNEL_OF_DOUBLES(name) KERNEL(TKFloat64, name)
#endif

/// The bytes of a strip of B and of all of A, as far as they are copied.
static ptrdiff_t strip_bytes(TKPrecision precision) {
  return TK_DEPTH * TK_STRIP * (precision == TKFloat32 ? 4 : 8);
}

static ptrdiff_t row_bytes(TKPrecision precision, ptrdiff_t k) {
  return (k < TK_DEPTH ? (k + 15) / 16 * 16 : TK_DEPTH) * (precision == TKFloat32 ? 4 : 8);
}

static bool is_shared(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  return m >= 64 && m * n * k >= TK_LEAST_SHARED;
}

ptrdiff_t tk_gemm_scratch_bytes(
    TKPrecision precision, bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  (void)transpose_b;
  return strip_bytes(precision) * (is_shared(m, n, k) ? TK_MOST_THREADS : 1)
      + (tk_packs_a(transpose_a, m, n, k) ? m * row_bytes(precision, k) : 0);
}

typedef struct {
  TKPrecision precision;
  bool transpose_a, transpose_b;
  ptrdiff_t m, n, k;
  const void *a, *b;
  TKStart start;
  const void *row;
  void *c;
  char *scratch;
} Gemm;

/// Each element is computed by one thread and in one order, whatever the number of threads.
static void gemm_part(void *context, ptrdiff_t part, ptrdiff_t parts) {
  const Gemm *g = context;
  const ptrdiff_t strip = strip_bytes(g->precision);
  const ptrdiff_t share = (g->m + parts - 1) / parts, rows = (share + 7) / 8 * 8;
  const ptrdiff_t first = part * rows, rest = g->m - first;
  if (rest <= 0) return;
  KERNEL(g->precision, gemm)(
      g->transpose_a, g->transpose_b, g->m, g->n, g->k, g->a, g->b, g->start, g->row, g->c,
      g->scratch + strip * parts + first * row_bytes(g->precision, g->k), g->scratch + strip * part,
      first, rest < rows ? rest : rows);
}

void tk_gemm(
    TKPrecision precision, bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    const void *a, const void *b, TKStart start, const void *row, void *c, void *scratch) {
  if (tk_threads() > 1 && is_shared(m, n, k)) {
    Gemm gemm = {precision, transpose_a, transpose_b, m, n, k, a, b, start, row, c, scratch};
    tk_share(gemm_part, &gemm);
    return;
  }
  KERNEL(precision, gemm)(
      transpose_a, transpose_b, m, n, k, a, b, start, row, c,
      (char *)scratch + strip_bytes(precision), scratch, 0, m);
}

void tk_transpose(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, void *y) {
  KERNEL(precision, transposed)(rows, columns, x, y);
}

void tk_add_row(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *row, void *y) {
  KERNEL(precision, add_row)(rows, columns, x, row, y);
}

void tk_column_sums(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, void *sums,
    bool accumulate) {
  KERNEL(precision, column_sums)(rows, columns, x, sums, accumulate);
}

void tk_fill(TKPrecision precision, ptrdiff_t n, double value, void *y) {
  KERNEL(precision, fill)(n, value, y);
}

void tk_copy(TKPrecision precision, ptrdiff_t n, const void *x, void *y) {
  __builtin_memmove(y, x, (size_t)n * (precision == TKFloat32 ? sizeof(float) : sizeof(double)));
}

void tk_map(TKPrecision precision, TKFunction f, ptrdiff_t n, const void *x, void *y) {
  KERNEL(precision, map)(f, n, x, y);
}

void tk_map_backward(
    TKPrecision precision, TKFunction f, ptrdiff_t n, const void *x, const void *y, const void *dy,
    void *dx, bool accumulate) {
  KERNEL(precision, map_backward)(f, n, x, y, dy, dx, accumulate);
}

void tk_rectify(
    TKPrecision precision, TKNegativePart part, ptrdiff_t n, double positive, double negative,
    const void *x, void *y) {
  KERNEL(precision, rectify)(part, n, positive, negative, x, y);
}

void tk_rectify_backward(
    TKPrecision precision, TKNegativePart part, ptrdiff_t n, double positive, double negative,
    const void *x, const void *dy, void *dx, bool accumulate) {
  KERNEL(precision, rectify_backward)(part, n, positive, negative, x, dy, dx, accumulate);
}

void tk_combine(
    TKPrecision precision, TKOperation operation, ptrdiff_t n, const void *a, const void *b, void *y,
    bool accumulate) {
  KERNEL(precision, combine)(operation, n, a, b, y, accumulate);
}

void tk_affine(
    TKPrecision precision, ptrdiff_t n, double alpha, const void *x, double beta, void *y) {
  KERNEL(precision, affine)(n, alpha, x, beta, y);
}

void tk_axpy(TKPrecision precision, ptrdiff_t n, double alpha, const void *x, void *y) {
  KERNEL(precision, axpy)(n, alpha, x, y);
}

void tk_axpby(
    TKPrecision precision, ptrdiff_t n, double alpha, const void *x, double beta, const void *y,
    void *z) {
  KERNEL(precision, axpby)(n, alpha, x, beta, y, z);
}

double tk_sum(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, sum)(n, x);
}

double tk_sum_of_squares(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, sum_of_squares)(n, x);
}

double tk_dot(TKPrecision precision, ptrdiff_t n, const void *x, const void *y) {
  return KERNEL(precision, dot)(n, x, y);
}

double tk_sum_of_squared_differences(
    TKPrecision precision, ptrdiff_t n, const void *x, double center) {
  return KERNEL(precision, sum_of_squared_differences)(n, x, center);
}

double tk_max(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, max)(n, x);
}

double tk_min(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, min)(n, x);
}

ptrdiff_t tk_count_zero(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, count_zero)(n, x);
}

ptrdiff_t tk_count_beyond(TKPrecision precision, ptrdiff_t n, const void *x, double threshold) {
  return KERNEL(precision, count_beyond)(n, x, threshold);
}

double tk_activity(
    TKPrecision precision, ptrdiff_t n, const void *x, double threshold, ptrdiff_t *zeros,
    ptrdiff_t *beyond) {
  return KERNEL(precision, activity)(n, x, threshold, zeros, beyond);
}

ptrdiff_t tk_count_non_finite(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, count_non_finite)(n, x);
}

ptrdiff_t tk_first_non_finite(TKPrecision precision, ptrdiff_t n, const void *x) {
  return KERNEL(precision, first_non_finite)(n, x);
}

void tk_column_zero_counts(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *counts) {
  KERNEL(precision, column_zero_counts)(rows, columns, x, counts);
}

void tk_histogram(
    TKPrecision precision, ptrdiff_t n, const void *x, ptrdiff_t bins, double lower, double upper,
    int32_t *counts) {
  KERNEL(precision, histogram)(n, x, bins, lower, upper, counts);
}

void tk_row_argmax(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *indices) {
  KERNEL(precision, row_argmax)(rows, columns, x, indices);
}

void tk_batch_norm_forward(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *gamma,
    const void *beta, double epsilon, void *mean, void *variance, void *inverse_deviation, void *xhat,
    void *y) {
  KERNEL(precision, batch_norm_forward)(
      rows, columns, x, gamma, beta, epsilon, mean, variance, inverse_deviation, xhat, y);
}

void tk_batch_norm_apply(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *mean,
    const void *variance, const void *gamma, const void *beta, double epsilon, void *y) {
  KERNEL(precision, batch_norm_apply)(
      rows, columns, x, mean, variance, gamma, beta, epsilon, y);
}

void tk_batch_norm_backward(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *xhat,
    const void *inverse_deviation, const void *gamma, const void *dy, void *dgamma, void *dbeta,
    bool accumulate_parameters, void *dx, bool accumulate) {
  KERNEL(precision, batch_norm_backward)(
      rows, columns, xhat, inverse_deviation, gamma, dy, dgamma, dbeta, accumulate_parameters, dx,
      accumulate);
}

double tk_softmax_cross_entropy(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t classes, const void *logits,
    const int32_t *labels, double upstream, double *losses, void *probabilities, void *gradient) {
  return KERNEL(precision, softmax_cross_entropy)(
      rows, classes, logits, labels, upstream, losses, probabilities, gradient);
}

double tk_squared_error(
    TKPrecision precision, ptrdiff_t n, const void *predictions, const void *targets, double scale,
    double upstream, void *gradient) {
  return KERNEL(precision, squared_error)(n, predictions, targets, scale, upstream, gradient);
}

double tk_sgd(
    TKPrecision precision, ptrdiff_t n, double rate, double momentum, double l2, double clip_scale,
    const void *gradient, void *velocity, void *parameters) {
  return KERNEL(precision, sgd)(
      n, rate, momentum, l2, clip_scale, gradient, velocity, parameters);
}

void tk_clamp(TKPrecision precision, ptrdiff_t n, double limit, const void *x, void *y) {
  KERNEL(precision, clamp)(n, limit, x, y);
}

void tk_add_sign(TKPrecision precision, ptrdiff_t n, double alpha, const void *x, void *y) {
  KERNEL(precision, add_sign)(n, alpha, x, y);
}

double tk_adam(
    TKPrecision precision, ptrdiff_t n, const TKAdam *adam, const void *gradient, void *mean,
    void *square, void *parameters, void *change) {
  return KERNEL(precision, adam)(n, adam, gradient, mean, square, parameters, change);
}

void tk_circle(double angle, double *sine, double *cosine) {
  KERNEL_OF_DOUBLES(circle)(angle, sine, cosine);
}

void tk_uniform_deviates(uint64_t key, uint64_t first, double *y) {
  KERNEL_OF_DOUBLES(uniform_deviates)(key, first, y);
}

void tk_normal_deviates(uint64_t key, uint64_t pair, double *y) {
  KERNEL_OF_DOUBLES(normal_deviates)(key, pair, y);
}

double tk_fma_peak(TKPrecision precision, ptrdiff_t rounds, double *operations) {
  return KERNEL(precision, fma_peak)(rounds, operations);
}
