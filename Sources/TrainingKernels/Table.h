// One path's kernels for one precision. Dispatch.c calls through these; each member does what the
// function of the same name in TrainingKernels.h says.
#pragma once

#include "TrainingKernels.h"
#include "FusedMultiplyAdd.h"

typedef struct {
  void (*gemm)(bool, bool, ptrdiff_t, ptrdiff_t, ptrdiff_t, const void *, const void *, TKStart,
               const void *, void *, void *, void *, ptrdiff_t, ptrdiff_t);
  void (*transposed)(ptrdiff_t, ptrdiff_t, const void *, void *);
  void (*add_row)(ptrdiff_t, ptrdiff_t, const void *, const void *, void *);
  void (*column_sums)(ptrdiff_t, ptrdiff_t, const void *, void *, bool);

  void (*fill)(ptrdiff_t, double, void *);
  void (*map)(TKFunction, ptrdiff_t, const void *, void *);
  void (*map_backward)(TKFunction, ptrdiff_t, const void *, const void *, const void *, void *, bool);
  void (*rectify)(TKNegativePart, ptrdiff_t, double, double, const void *, void *);
  void (*rectify_backward)(TKNegativePart, ptrdiff_t, double, double, const void *, const void *,
                           void *, bool);
  void (*combine)(TKOperation, ptrdiff_t, const void *, const void *, void *, bool);
  void (*affine)(ptrdiff_t, double, const void *, double, void *);
  void (*axpby)(ptrdiff_t, double, const void *, double, const void *, void *);
  void (*axpy)(ptrdiff_t, double, const void *, void *);

  double (*sum)(ptrdiff_t, const void *);
  double (*dot)(ptrdiff_t, const void *, const void *);
  double (*sum_of_squares)(ptrdiff_t, const void *);
  double (*sum_of_squared_differences)(ptrdiff_t, const void *, double);
  double (*max)(ptrdiff_t, const void *);
  double (*min)(ptrdiff_t, const void *);
  ptrdiff_t (*count_zero)(ptrdiff_t, const void *);
  ptrdiff_t (*count_beyond)(ptrdiff_t, const void *, double);
  double (*activity)(ptrdiff_t, const void *, double, ptrdiff_t *, ptrdiff_t *);
  ptrdiff_t (*count_non_finite)(ptrdiff_t, const void *);
  ptrdiff_t (*first_non_finite)(ptrdiff_t, const void *);
  void (*column_zero_counts)(ptrdiff_t, ptrdiff_t, const void *, int32_t *);
  void (*histogram)(ptrdiff_t, const void *, ptrdiff_t, double, double, int32_t *);
  void (*row_argmax)(ptrdiff_t, ptrdiff_t, const void *, int32_t *);

  void (*batch_norm_forward)(ptrdiff_t, ptrdiff_t, const void *, const void *, const void *, double,
                             void *, void *, void *, void *, void *);
  void (*batch_norm_apply)(ptrdiff_t, ptrdiff_t, const void *, const void *, const void *,
                           const void *, const void *, double, void *);
  void (*batch_norm_backward)(ptrdiff_t, ptrdiff_t, const void *, const void *, const void *,
                              const void *, void *, void *, bool, void *, bool);

  double (*softmax_cross_entropy)(ptrdiff_t, ptrdiff_t, const void *, const int32_t *, double,
                                  double *, void *, void *);
  double (*squared_error)(ptrdiff_t, const void *, const void *, double, double, void *);
  double (*sgd)(ptrdiff_t, double, double, double, double, const void *, void *, void *);
  double (*adam)(ptrdiff_t, const TKAdam *, const void *, void *, void *, void *, void *);
  void (*clamp)(ptrdiff_t, double, const void *, void *);
  void (*add_sign)(ptrdiff_t, double, const void *, void *);
  double (*fma_peak)(ptrdiff_t, double *);

  // Of doubles only.
  void (*circle)(double, double *, double *);
  void (*uniform_deviates)(uint64_t, uint64_t, double *);
  void (*normal_deviates)(uint64_t, uint64_t, double *);
} TKTable;

/// Its members.
#define TK_KERNELS(K) \
  K(gemm) K(transposed) K(add_row) K(column_sums) K(fill) K(map) K(map_backward) K(rectify) \
  K(rectify_backward) K(combine) K(affine) K(axpby) K(axpy) K(sum) K(dot) K(sum_of_squares) \
  K(sum_of_squared_differences) K(max) K(min) K(count_zero) K(count_beyond) K(activity) \
  K(count_non_finite) K(first_non_finite) K(column_zero_counts) K(histogram) K(row_argmax) \
  K(batch_norm_forward) K(batch_norm_apply) K(batch_norm_backward) K(softmax_cross_entropy) \
  K(squared_error) K(sgd) K(adam) K(clamp) K(add_sign) K(fma_peak)
#define TK_KERNELS_OF_DOUBLES(K) K(circle) K(uniform_deviates) K(normal_deviates)

/// Part `part` of `parts` of some work.
typedef void (*TKWork)(void *context, ptrdiff_t part, ptrdiff_t parts);
/// Does all parts of `work`, one on each of as many threads as ``tk_use_threads`` said.
void tk_share(TKWork work, void *context);

extern const TKTable tk_plain_float32, tk_plain_float64;
#if defined(__x86_64__)
extern const TKTable tk_avx2_float32, tk_avx2_float64, tk_avx512_float32, tk_avx512_float64;
#elif defined(__aarch64__)
extern const TKTable tk_neon_float32, tk_neon_float64;
#elif defined(__wasm_relaxed_simd__)
#define TK_DECLARED(name) extern __typeof__(*((TKTable *)0)->name) tk_relaxed_float64_##name;
TK_KERNELS(TK_DECLARED)
TK_KERNELS_OF_DOUBLES(TK_DECLARED)
#undef TK_DECLARED
#define TK_DECLARED(name) extern __typeof__(*((TKTable *)0)->name) tk_relaxed_float32_##name;
TK_KERNELS(TK_DECLARED)
#undef TK_DECLARED
void tk_relaxed_normal_deviates(uint64_t key, uint64_t pair, double *y);
#endif

/// The numbers that ``tk_uniform_deviates`` makes.
#define TK_UNIFORMS 16
/// Uniform numbers `first` … `first` + 15 of the stream `key`.
void tk_uniform_deviates(uint64_t key, uint64_t first, double *y);
/// The deviates that ``tk_normal_deviates`` makes.
#define TK_DEVIATES 32
/// Normal deviates 2 · pair … 2 · pair + 31 of the stream `key`.
void tk_normal_deviates(uint64_t key, uint64_t pair, double *y);
/// Sine and cosine of `angle`.
void tk_circle(double angle, double *sine, double *cosine);

/// The terms of a matrix product that are added before going on to the next strip of columns.
#define TK_DEPTH 256
/// The most columns of a strip.
#define TK_STRIP 64
/// Longer rows than this are packed.
#define TK_LONG_ROW 256

/// Products of fewer multiplications than this stay on one thread.
#define TK_LEAST_SHARED (1 << 23)

/// Whether ``tk_gemm`` copies A before use.
static inline bool tk_packs_a(bool transpose_a, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  return (transpose_a ? m : k) > TK_LONG_ROW && n > TK_STRIP;
}
