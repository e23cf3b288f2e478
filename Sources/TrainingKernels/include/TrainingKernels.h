/// Numeric kernels of the training engine: C, run-time dispatch, the same bits on every path.
///
/// Conventions
/// - Matrices are row-major and contiguous: element (i, j) of an m×n matrix is `x[i * n + j]`.
/// - `const void *` and `void *` point to `float` or `double` as the first parameter says.
///   A scalar parameter is `double` and is rounded once to the precision of the arrays.
/// - Output may be the same array as an input of the same shape, unless a function says otherwise.
/// - Nothing allocates, and nothing keeps a pointer. Every function may be called from any thread.
///
/// Results do not depend on the path, hence not on the processor: every matrix product adds its
/// terms in order of k with fused multiply-adds; sums run in 16 double-precision lanes (lane i mod 16)
/// joined by one fixed tree; exp, log, tanh, sin and cos are polynomials of our own. NaN and infinity
/// flow through as IEEE 754 says and subnormal numbers are kept. Only the sign and payload of a NaN
/// are left open.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define TK_ENUM enum __attribute__((enum_extensibility(closed)))
#define TK_NAME(name) __attribute__((swift_name(#name)))

/// What an array holds.
typedef TK_ENUM TKPrecision {
  TKFloat32 TK_NAME(float32) = 0,
  TKFloat64 TK_NAME(float64) = 1,
} TKPrecision;

// MARK: Paths

/// One compilation of all kernels, for a set of processor instructions.
typedef TK_ENUM TKPath {
  /// Needs no special instruction; fused multiply-add is emulated exactly. Slow; the reference.
  TKPathPlain TK_NAME(plain) = 0,
  TKPathAVX2 TK_NAME(avx2) = 1,
  TKPathAVX512 TK_NAME(avx512) = 2,
  TKPathNEON TK_NAME(neon) = 3,
  /// WebAssembly's relaxed multiply-add; available where the browser fuses it.
  TKPathRelaxed TK_NAME(relaxed) = 4,
} TKPath;

/// Whether this processor can run `path`.
bool tk_path_is_available(TKPath path);

/// The path in use: the fastest available one, unless ``tk_use_path`` chose another.
TKPath tk_path(void);

/// Uses `path` from now on, for tests and benchmarks. False, and no change, if it is not available.
bool tk_use_path(TKPath path);

/// "plain", "AVX2", "AVX-512", "NEON" or "relaxed".
const char *tk_path_name(TKPath path);

// MARK: Threads

/// The most threads that ``tk_use_threads`` gives.
#define TK_MOST_THREADS 8

/// Computes large matrix products on `count` threads from now on, at most TK_MOST_THREADS; 1 at first.
/// Results are the same, to the bit. Without threads (WebAssembly) nothing changes.
void tk_use_threads(ptrdiff_t count);

/// The number of threads in use.
ptrdiff_t tk_threads(void);

// MARK: Matrix products

/// What a matrix product starts from.
typedef TK_ENUM TKStart {
  /// C = op(A)·op(B)
  TKStartZero TK_NAME(zero) = 0,
  /// C = row + op(A)·op(B): `row` has n elements and is added to each row.
  TKStartRow TK_NAME(row) = 1,
  /// C = C + op(A)·op(B)
  TKStartOutput TK_NAME(output) = 2,
} TKStart;

/// The bytes of scratch that ``tk_gemm`` wants for these sizes (on any path); may be 0.
ptrdiff_t tk_gemm_scratch_bytes(
    TKPrecision precision, bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k);

/// C[m×n] = start + op(A)[m×k] · op(B)[k×n].
///
/// A is stored m×k, or k×m if `transpose_a`; B is stored k×n, or n×k if `transpose_b`. Each element is
/// c = start; for p in 0..<k: c = fma(a[i,p], b[p,j], c). C overlaps no input. `row` is read only
/// with `TKStartRow`. `scratch` is 64-byte aligned, ``tk_gemm_scratch_bytes`` long, and overlaps nothing.
///
/// Of a dense layer Y = X·W + b: forward (0, 0, batch, out, in, X, W, row: b);
/// dW = Xᵀ·dY (1, 0, in, out, batch, X, dY); dX = dY·Wᵀ (0, 1, batch, in, out, dY, W).
void tk_gemm(
    TKPrecision precision, bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
    const void *a, const void *b, TKStart start, const void *row, void *c, void *scratch);

/// y[j, i] = x[i, j], where x is rows×columns; y is not x.
void tk_transpose(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, void *y);

/// y[i, j] = x[i, j] + row[j]
void tk_add_row(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *row, void *y);

/// sums[j] = Σᵢ x[i, j], or with `accumulate` sums[j] += Σᵢ x[i, j].
/// Adds in order of i in double, from 0 or from the old value, and rounds once.
void tk_column_sums(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, void *sums,
    bool accumulate);

// MARK: Elementwise

/// y[i] = value
void tk_fill(TKPrecision precision, ptrdiff_t n, double value, void *y);

/// y[i] = x[i]
void tk_copy(TKPrecision precision, ptrdiff_t n, const void *x, void *y);

/// A function of one variable, with its derivative as ``tk_map_backward`` computes it.
/// The largest errors measured, in units of the last place, are given for float and double.
typedef TK_ENUM TKFunction {
  /// −x; −1
  TKNegate TK_NAME(negate) = 0,
  /// eˣ; y. Overflows to ∞, underflows through the subnormal numbers. 1.1 and 0.8 ulp.
  TKExp TK_NAME(exp) = 1,
  /// The natural logarithm, −∞ at 0, NaN below; 1/x. 0.8 ulp.
  TKLog TK_NAME(log) = 2,
  /// tanh x; 1 − y². 5 and 1.5 ulp.
  TKTanh TK_NAME(tanh) = 3,
  /// 1/(1 + e⁻ˣ), exactly 0 or 1 far out; y(1 − y). 2.5 ulp.
  TKSigmoid TK_NAME(sigmoid) = 4,
  /// x where x > 0, NaN where x is NaN, else 0; passes dy on where y > 0, else 0.
  TKReLU TK_NAME(relu) = 5,
  /// x²; 2x
  TKSquare TK_NAME(square) = 6,
  /// √x, correctly rounded, NaN below 0; 1/(2y).
  TKSquareRoot TK_NAME(squareRoot) = 7,
  /// The error function 2/√π ∫₀ˣ e^(−t²) dt; 2/√π·e^(−x²). 1.5 and 2.1 ulp.
  TKErf TK_NAME(erf) = 8,
  /// x·Φ(x) with the normal distribution Φ; Φ + x·φ. 4.5 ulp, far out on the left too.
  TKGELU TK_NAME(gelu) = 9,
  /// x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2, which is within 5e-4 of TKGELU. 40 ulp up to
  /// |x| = 5, 100 further left.
  TKGELUByTanh TK_NAME(geluByTanh) = 10,
  /// x·σ(x); σ + x·σ·(1 − σ). 2.7 ulp.
  TKSiLU TK_NAME(silu) = 11,
  /// log(1 + eˣ); σ(x). 1.6 ulp.
  TKSoftplus TK_NAME(softplus) = 12,
} TKFunction;

/// y[i] = f(x[i])
void tk_map(TKPrecision precision, TKFunction f, ptrdiff_t n, const void *x, void *y);

/// dx[i] = dy[i] · f′, or dx[i] += dy[i] · f′ (fused) with `accumulate`.
/// The derivative is computed from `x` for log, square and all from erf on, from `y` = f(x) for the
/// others;
/// the array that is not needed may be null.
void tk_map_backward(
    TKPrecision precision, TKFunction f, ptrdiff_t n, const void *x, const void *y, const void *dy,
    void *dx, bool accumulate);

/// What a rectifier makes of a number that is not positive.
typedef TK_ENUM TKNegativePart {
  /// x
  TKLinear TK_NAME(linear) = 0,
  /// eˣ − 1, within 1 ulp however close x is to 0.
  TKExponential TK_NAME(exponential) = 1,
} TKNegativePart;

/// y[i] = positive · x[i] where x[i] > 0, else negative · part(x[i]); NaN where x[i] is NaN.
void tk_rectify(
    TKPrecision precision, TKNegativePart part, ptrdiff_t n, double positive, double negative,
    const void *x, void *y);

/// dx[i] = dy[i] · slope, or dx[i] += dy[i] · slope (fused) with `accumulate`: the slope is `positive`
/// where x[i] > 0, else `negative` times 1 or eˣ.
void tk_rectify_backward(
    TKPrecision precision, TKNegativePart part, ptrdiff_t n, double positive, double negative,
    const void *x, const void *dy, void *dx, bool accumulate);

/// An operation on two arrays, element by element.
typedef TK_ENUM TKOperation {
  TKAdd TK_NAME(add) = 0,
  TKSubtract TK_NAME(subtract) = 1,
  TKMultiply TK_NAME(multiply) = 2,
  TKDivide TK_NAME(divide) = 3,
} TKOperation;

/// y[i] = a[i] ∘ b[i], or y[i] += a[i] ∘ b[i] with `accumulate` (a product is fused with its sum).
void tk_combine(
    TKPrecision precision, TKOperation operation, ptrdiff_t n, const void *a, const void *b, void *y,
    bool accumulate);

/// y[i] = fma(alpha, x[i], beta): scale by a number, add a number.
void tk_affine(
    TKPrecision precision, ptrdiff_t n, double alpha, const void *x, double beta, void *y);

/// y[i] = fma(alpha, x[i], y[i])
void tk_axpy(TKPrecision precision, ptrdiff_t n, double alpha, const void *x, void *y);

/// z[i] = fma(alpha, x[i], beta · y[i])
void tk_axpby(
    TKPrecision precision, ptrdiff_t n, double alpha, const void *x, double beta, const void *y,
    void *z);

// MARK: Reductions

/// Σ x[i]; 0 if empty.
double tk_sum(TKPrecision precision, ptrdiff_t n, const void *x);

/// Σ x[i]²
double tk_sum_of_squares(TKPrecision precision, ptrdiff_t n, const void *x);

/// Σ x[i]·y[i]
double tk_dot(TKPrecision precision, ptrdiff_t n, const void *x, const void *y);

/// Σ (x[i] − center)²: with the mean as center, n times the variance.
double tk_sum_of_squared_differences(
    TKPrecision precision, ptrdiff_t n, const void *x, double center);

/// The largest element, skipping NaN; −∞ if there is none.
double tk_max(TKPrecision precision, ptrdiff_t n, const void *x);

/// The smallest element, skipping NaN; ∞ if there is none.
double tk_min(TKPrecision precision, ptrdiff_t n, const void *x);

/// How many elements are 0 (or −0).
ptrdiff_t tk_count_zero(TKPrecision precision, ptrdiff_t n, const void *x);

/// How many elements have |x[i]| > threshold. NaN does not count.
ptrdiff_t tk_count_beyond(TKPrecision precision, ptrdiff_t n, const void *x, double threshold);

/// ``tk_sum``, ``tk_count_zero`` and ``tk_count_beyond`` in one pass, which takes little longer than
/// the first of them.
double tk_activity(
    TKPrecision precision, ptrdiff_t n, const void *x, double threshold, ptrdiff_t *zeros,
    ptrdiff_t *beyond);

/// How many elements are NaN, ∞ or −∞.
ptrdiff_t tk_count_non_finite(TKPrecision precision, ptrdiff_t n, const void *x);

/// The index of the first element that is NaN, ∞ or −∞; −1 if all are finite.
ptrdiff_t tk_first_non_finite(TKPrecision precision, ptrdiff_t n, const void *x);

/// counts[j] = how many of x[0, j], x[1, j], … are 0: `rows` for a unit that is silent throughout.
void tk_column_zero_counts(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *counts);

/// counts[b] = how many elements lie in bin b of `bins` equally wide ones from lower to upper.
///
/// Element x is in bin ⌊(x − lower) · (bins / (upper − lower))⌋, computed in the precision of the array;
/// `upper` itself is in the last bin. counts[bins] has those outside, NaN among them. `counts` has
/// 4 · (bins + 1) elements: what follows those is working memory.
void tk_histogram(
    TKPrecision precision, ptrdiff_t n, const void *x, ptrdiff_t bins, double lower, double upper,
    int32_t *counts);

/// indices[i] = the column of the largest element of row i, the first of equals; NaN never wins,
/// and a row without a larger number than −∞ gives 0.
void tk_row_argmax(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *indices);

// MARK: Batch normalization

/// Normalizes each column over the rows of a batch, and keeps what the backward pass needs.
///
/// mean[j] = (1/rows) Σᵢ x[i, j]; variance[j] = (1/rows) Σᵢ (x[i, j] − mean[j])² (biased);
/// inverse_deviation[j] = 1/√(variance[j] + epsilon);
/// xhat[i, j] = (x[i, j] − mean[j]) · inverse_deviation[j];
/// y[i, j] = gamma[j] · xhat[i, j] + beta[j] (fused).
/// Column sums run in order of i in double; `xhat` may not be `x`.
void tk_batch_norm_forward(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *gamma,
    const void *beta, double epsilon, void *mean, void *variance, void *inverse_deviation, void *xhat,
    void *y);

/// y = gamma · (x − mean)/√(variance + epsilon) + beta with given statistics, by column.
void tk_batch_norm_apply(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *mean,
    const void *variance, const void *gamma, const void *beta, double epsilon, void *y);

/// The gradients of ``tk_batch_norm_forward``, by column j:
///
/// dbeta = Σᵢ dy; dgamma = Σᵢ dy · xhat;
/// dx[i] = gamma · inverse_deviation · (dy[i] − dbeta/rows − xhat[i] · dgamma/rows).
/// `accumulate_parameters` adds to `dgamma` and `dbeta`, `accumulate` adds to `dx`; `dx` may be null.
/// `dx` may be `dy`.
void tk_batch_norm_backward(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t columns, const void *xhat,
    const void *inverse_deviation, const void *gamma, const void *dy, void *dgamma, void *dbeta,
    bool accumulate_parameters, void *dx, bool accumulate);

// MARK: Losses

/// The mean over the rows of −log softmax(logits)[label], and its gradient.
///
/// A row's loss is log Σⱼ exp(z[j] − max z) − (z[label] − max z). Written unless null:
/// losses[i], the loss of row i; probabilities[i, j] = softmax(logits)[i, j];
/// gradient[i, j] = (probabilities[i, j] − [j = label]) · upstream / rows.
/// Labels are in 0..<classes (not checked here).
double tk_softmax_cross_entropy(
    TKPrecision precision, ptrdiff_t rows, ptrdiff_t classes, const void *logits,
    const int32_t *labels, double upstream, double *losses, void *probabilities, void *gradient);

/// scale · Σ (predictions[i] − targets[i])²; gradient[i] = 2 · scale · upstream · (predictions[i] −
/// targets[i]) unless `gradient` is null. The mean squared error has scale 1/n.
double tk_squared_error(
    TKPrecision precision, ptrdiff_t n, const void *predictions, const void *targets, double scale,
    double upstream, void *gradient);

// MARK: Update

/// One step of gradient descent, with momentum, weight decay and clipping, in one pass.
///
/// g = fma(l2, p, gradient · clip_scale); v = fma(momentum, v, g); p = fma(−rate, v, p).
/// Without `velocity` (null) v = g. Returns the sum of squares of rate · v: |Δp|².
double tk_sgd(
    TKPrecision precision, ptrdiff_t n, double rate, double momentum, double l2, double clip_scale,
    const void *gradient, void *velocity, void *parameters);

/// The numbers of a step of ``tk_adam``.
typedef struct {
  double rate;
  /// How much of the mean and of the mean square is kept.
  double mean_decay, square_decay;
  /// 1/(1 − mean_decayᵗ) and 1/(1 − square_decayᵗ) at step t, from 1.
  double mean_correction, square_correction;
  double epsilon;
  /// Added to the gradient, and taken off the parameter: times the parameter, or times the rate and
  /// the parameter.
  double l2, decoupled;
  double clip_scale;
} TKAdam;

/// One step of Adam (Kingma & Ba 2015), of AdamW if `decoupled` is not 0 (Loshchilov & Hutter 2019).
///
/// g = fma(l2, p, gradient · clip_scale); m = fma(mean_decay, m, (1 − mean_decay) · g);
/// v = fma(square_decay, v, ((1 − square_decay) · g) · g);
/// d = fma(rate · decoupled, p, rate · ((m · mean_correction) / (√(v · square_correction) + epsilon))),
/// where 0 divided by anything is 0.
/// Without `change` (null) m, v and p = p − d are written; else only change = d. Returns Σ d².
double tk_adam(
    TKPrecision precision, ptrdiff_t n, const TKAdam *adam, const void *gradient, void *mean,
    void *square, void *parameters, void *change);

/// y[i] = x[i], but ±limit where it is beyond; NaN stays NaN.
void tk_clamp(TKPrecision precision, ptrdiff_t n, double limit, const void *x, void *y);

/// y[i] += alpha · sign(x[i]), where the sign of 0 is 0.
void tk_add_sign(TKPrecision precision, ptrdiff_t n, double alpha, const void *x, void *y);

// MARK: Benchmarks

/// Does nothing but fused multiply-adds in registers, as the yardstick for ``tk_gemm``, and writes how
/// many floating-point operations they were (two each). Returns a number to keep it from being skipped.
double tk_fma_peak(TKPrecision precision, ptrdiff_t rounds, double *operations);

// MARK: Functions of one number, in double

/// eˣ, the same value as ``tk_map`` gives in `TKFloat64`; so are ``tk_log`` and ``tk_tanh``.
double tk_exp(double x);
double tk_log(double x);
double tk_tanh(double x);

/// The sine, within 0.8 ulp for |x| < 10⁵; NaN for infinite x.
double tk_sin(double x);
/// The cosine, within 0.8 ulp for |x| < 10⁵; NaN for infinite x.
double tk_cos(double x);

// MARK: Random numbers

/// A counter-based generator: number i of a stream is a pure function of (key, i),
/// so no stream depends on what was drawn from another, or in which order.

/// The key of the stream called `name` (UTF-8, `count` bytes) under `seed`.
uint64_t tk_random_key(uint64_t seed, const uint8_t *name, ptrdiff_t count);

/// 64 random bits: number `i` of the stream `key`.
uint64_t tk_random_bits(uint64_t key, uint64_t i);

/// A number in [0, 1): the upper 53 bits of ``tk_random_bits`` over 2⁵³.
double tk_random_uniform(uint64_t key, uint64_t i);

/// A standard normal deviate (Box–Muller: numbers 2j and 2j + 1 share two uniform numbers).
double tk_random_normal(uint64_t key, uint64_t i);

/// y[i] = lower + (upper − lower) · uniform(key, first + i), computed in double and rounded once.
void tk_random_fill_uniform(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double lower, double upper,
    void *y);

/// y[i] = 0 where uniform(key, first + i) < rate, else `kept`: what dropout multiplies by.
void tk_random_fill_mask(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double rate, double kept,
    void *y);

/// y[i] = mean + deviation · normal(key, first + i), computed in double and rounded once.
void tk_random_fill_normal(
    TKPrecision precision, ptrdiff_t n, uint64_t key, uint64_t first, double mean, double deviation,
    void *y);

// MARK: Handwritten digits

/// The number of digits that ``tk_digit`` knows.
#define TK_DIGIT_COUNT 1797

/// Writes the 8×8 pixels of a digit, row by row, 0 (paper) to 16 (ink), and returns its label, 0 to 9.
/// `index` is in 0..<1797.
int32_t tk_digit(ptrdiff_t index, uint8_t *pixels);

#undef TK_ENUM
#undef TK_NAME

#ifdef __cplusplus
}
#endif
