// Sums in 16 double lanes, lane i mod 16, joined by the tree of `sum_lanes`; counts and extremes.

static double sum(ptrdiff_t n, const void *x) {
  D total = {};
  FOR_EACH_VECTOR(n, total += widen(LOAD(x)););
  return sum_lanes(total);
}

/// total + a · b, for a and b that were widened: of floats the product is exact, so that fusing it
/// with the sum, which is faster, changes nothing. Where only vectors can be fused it is not done.
INLINE D add_product(D total, D a, D b) {
#if PRECISION == 32 && !defined(EMULATED_FMA) && !defined(RELAXED_FMA)
  return __builtin_elementwise_fma(a, b, total);
#else
  return total + a * b;
#endif
}

static double dot(ptrdiff_t n, const void *x, const void *y) {
  D total = {};
  FOR_EACH_VECTOR(n, total = add_product(total, widen(LOAD(x)), widen(LOAD(y))););
  return sum_lanes(total);
}

static double sum_of_squares(ptrdiff_t n, const void *x) {
  D total = {};
  FOR_EACH_VECTOR(n, {
    D d = widen(LOAD(x));
    total = add_product(total, d, d);
  });
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

typedef bool Mask __attribute__((ext_vector_type(LANES)));

/// How many lanes of a comparison hold: bits of a general register, which leaves the vector unit to the
/// sum beside it.
INLINE ptrdiff_t count_true(VBits comparison) {
  const Mask mask = __builtin_convertvector(comparison, Mask);
  uint16_t bits;
  __builtin_memcpy(&bits, &mask, sizeof bits);
  return __builtin_popcount(bits);
}

static double activity(ptrdiff_t n, const void *x, double threshold, ptrdiff_t *zeros,
                       ptrdiff_t *beyond) {
  D total = {};
  ptrdiff_t none = 0, far = 0;
  const V limit = splat((T)threshold);
  const ptrdiff_t padding = (LANES - n % LANES) % LANES;
  FOR_EACH_VECTOR(n, {
    V v = LOAD(x);
    total += widen(v);
    none += count_true(v == 0);
    far += count_true(__builtin_elementwise_abs(v) > limit);
  });
  *zeros = none - padding;
  *beyond = far - ((T)threshold < 0 ? padding : 0);
  return sum_lanes(total);
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
