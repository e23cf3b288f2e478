// All kernels, for one precision and one set of processor instructions.
#include "Vector.h"
#include "Lanes.h"
#include "FusedMultiplyAdd.h"
#include "Loops.h"
#include "Functions.h"
#include "Gaussian.h"
#include "Tile.h"
#include "Transpose.h"
#include "Matrix.h"
#include "Elementwise.h"
#include "Reductions.h"
#include "Histogram.h"
#include "BatchNorm.h"
#include "Losses.h"
#include "Update.h"
#include "Peak.h"
#if PRECISION == 64
#include "Circle.h"
#include "Random.h"
#endif

const TKTable TABLE = {
  .gemm = gemm,
  .transposed = transposed,
  .add_row = add_row,
  .column_sums = column_sums,
  .fill = fill,
  .map = map,
  .map_backward = map_backward,
  .rectify = rectify,
  .rectify_backward = rectify_backward,
  .combine = combine,
  .affine = affine,
  .axpby = axpby,
  .axpy = axpy,
  .sum = sum,
  .dot = dot,
  .sum_of_squares = sum_of_squares,
  .sum_of_squared_differences = sum_of_squared_differences,
  .max = max,
  .min = min,
  .count_zero = count_zero,
  .count_beyond = count_beyond,
  .activity = activity,
  .count_non_finite = count_non_finite,
  .first_non_finite = first_non_finite,
  .column_zero_counts = column_zero_counts,
  .histogram = histogram,
  .row_argmax = row_argmax,
  .batch_norm_forward = batch_norm_forward,
  .batch_norm_apply = batch_norm_apply,
  .batch_norm_backward = batch_norm_backward,
  .softmax_cross_entropy = softmax_cross_entropy,
  .squared_error = squared_error,
  .sgd = sgd,
  .adam = adam,
  .clamp = clamp,
  .add_sign = add_sign,
  .fma_peak = fma_peak,
#if PRECISION == 64
  .circle = circle,
  .uniform_deviates = uniform_deviates,
  .normal_deviates = normal_deviates,
#endif
};
