// Sums in 16 double lanes, lane i mod 16, joined by the tree of `sum_lanes`; counts and extremes.

static double sum(ptrdiff_t n, const void *x) {
  D total = {};
  FOR_EACH_VECTOR(n, total += widen(LOAD(x)););
  return sum_lanes(total);
}

static double dot(ptrdiff_t n, const void *x, const void *y) {
  D total = {};
  FOR_EACH_VECTOR(n, total += widen(LOAD(x)) * widen(LOAD(y)););
  return sum_lanes(total);
}

/// Zeros in the lanes past the end.
INLINE D without_padding(D d, ptrdiff_t count) {
  DBits keep = __builtin_convertvector(lane_numbers < (Bits)count, DBits);
  return (D)((DBits)d & keep);
}

static double sum_of_squared_differences(ptrdiff_t n, const void *x, double center) {
  D total = {};
  FOR_EACH_VECTOR(n, {
    D difference = widen(LOAD(x)) - center;
    if (count < LANES) difference = without_padding(difference, count);
    total += difference * difference;
  });
  return sum_lanes(total);
}

static double max(ptrdiff_t n, const void *x) {
  V best = splat(-__builtin_inf());
  ptrdiff_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    V v = load((const T *)x + i);
    best = select(v > best, v, best);
  }
  T result = max_lanes(best)[0];
  for (; i < n; i++) result = ((const T *)x)[i] > result ? ((const T *)x)[i] : result;
  return result + 0.0;
}

static double min(ptrdiff_t n, const void *x) {
  V best = splat(__builtin_inf());
  ptrdiff_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    V v = load((const T *)x + i);
    best = select(v < best, v, best);
  }
  T result = -max_lanes(-best)[0];
  for (; i < n; i++) result = ((const T *)x)[i] < result ? ((const T *)x)[i] : result;
  return result + 0.0;
}

INLINE VBits is_non_finite(V v) {
  VBits exponent = (VBits)splat(__builtin_inf());
  return ((VBits)v & exponent) == exponent;
}

INLINE ptrdiff_t count_lanes(VBits counts) {
  ptrdiff_t total = 0;
  for (int lane = 0; lane < LANES; lane++) total += counts[lane];
  return total;
}

/// The zeros that fill up the last vector would count as zeros: they are taken off.
static ptrdiff_t count_zero(ptrdiff_t n, const void *x) {
  VBits counts = {};
  ptrdiff_t padding = (LANES - n % LANES) % LANES;
  FOR_EACH_VECTOR(n, counts -= LOAD(x) == 0;);
  return count_lanes(counts) - padding;
}

static ptrdiff_t count_beyond(ptrdiff_t n, const void *x, double threshold) {
  VBits counts = {};
  V limit = splat((T)threshold);
  ptrdiff_t padding = (T)threshold < 0 ? (LANES - n % LANES) % LANES : 0;
  FOR_EACH_VECTOR(n, counts -= __builtin_elementwise_abs(LOAD(x)) > limit;);
  return count_lanes(counts) - padding;
}

static ptrdiff_t count_non_finite(ptrdiff_t n, const void *x) {
  VBits counts = {};
  FOR_EACH_VECTOR(n, counts -= is_non_finite(LOAD(x)););
  return count_lanes(counts);
}

static ptrdiff_t first_non_finite(ptrdiff_t n, const void *x) {
  FOR_EACH_VECTOR(n, {
    VBits found = is_non_finite(LOAD(x));
    if (__builtin_reduce_or(found)) {
      for (ptrdiff_t lane = 0;; lane++) {
        if (found[lane]) return i + lane;
      }
    }
  });
  return -1;
}

static void column_zero_counts(ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *counts) {
  FOR_EACH_VECTOR(columns, {
    VBits zeros = {};
    for (ptrdiff_t row = 0; row < rows; row++) zeros -= LOAD((const T *)x + row * columns) == 0;
    for (ptrdiff_t lane = 0; lane < count; lane++) counts[i + lane] = (int32_t)zeros[lane];
  });
}

/// The bin of each of `n` ≤ BINNED numbers.
#define BINNED 256
INLINE void find_bins(ptrdiff_t n, const T *x, ptrdiff_t bins, V low, V high, V scale,
                      int32_t *indices) {
  VBits last = (VBits){} + (Bits)(bins - 1), outside = (VBits){} + (Bits)bins;
  FOR_EACH_VECTOR(n, {
    V v = LOAD(x);
    VBits inside = (v >= low) & (v <= high);
    VBits index = __builtin_convertvector(select(inside, (v - low) * scale, (V){}), VBits);
    index = (__builtin_elementwise_min(index, last) & inside) | (outside & ~inside);
    Int32s narrow = __builtin_convertvector(index, Int32s);
    __builtin_memcpy(indices + i, &narrow, sizeof narrow);
  });
}

/// Neighbors count in four tables of their own: in a single one, equal neighbors would have to wait
/// for one another.
static void histogram(ptrdiff_t n, const void *x, ptrdiff_t bins, double lower, double upper,
                      int32_t *counts) {
  const ptrdiff_t width = bins + 1;
  int32_t *first = counts, *second = first + width, *third = second + width, *fourth = third + width;
  __builtin_memset(counts, 0, (size_t)(4 * width) * sizeof(int32_t));
  V low = splat((T)lower), high = splat((T)upper), scale = splat((T)((double)bins / (upper - lower)));
  for (ptrdiff_t done = 0; done < n; done += BINNED) {
    const ptrdiff_t count = n - done < BINNED ? n - done : BINNED;
    int32_t indices[BINNED];
    find_bins(count, (const T *)x + done, bins, low, high, scale, indices);
    ptrdiff_t i = 0;
    for (; i + 4 <= count; i += 4) {
      first[indices[i]]++;
      second[indices[i + 1]]++;
      third[indices[i + 2]]++;
      fourth[indices[i + 3]]++;
    }
    for (; i < count; i++) first[indices[i]]++;
  }
  for (ptrdiff_t bin = 0; bin < width; bin++) first[bin] += second[bin] + third[bin] + fourth[bin];
}

static void row_argmax(ptrdiff_t rows, ptrdiff_t columns, const void *x, int32_t *indices) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const T *values = (const T *)x + row * columns;
    T best = -__builtin_inf();
    int32_t index = 0;
    for (ptrdiff_t column = 0; column < columns; column++) {
      if (values[column] > best) best = values[column], index = (int32_t)column;
    }
    indices[row] = index;
  }
}
