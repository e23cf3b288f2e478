// Losses and their gradients.

/// The logits of a row from class i on; behind the last class −∞, whose exponential is 0.
INLINE V load_logits(const T *z, ptrdiff_t count, const T *end) {
  V v = z + LANES <= end ? load(z) : load_part(z, count);
  return select(lane_numbers < (Bits)count, v, splat(-__builtin_inf()));
}

static double softmax_cross_entropy(ptrdiff_t rows, ptrdiff_t classes, const void *logits,
                                    const int32_t *labels, double upstream, double *losses,
                                    void *probabilities, void *gradient) {
  const T *end = (const T *)logits + rows * classes;
  const T factor = (T)(upstream / (double)rows);
  double total = 0;
  for (ptrdiff_t first = 0; first < rows; first += LANES) {
    const ptrdiff_t group = rows - first < LANES ? rows - first : LANES;
    double denominators[LANES], heights[LANES];
    for (ptrdiff_t member = 0; member < group; member++) {
      const ptrdiff_t row = first + member;
      const T *z = (const T *)logits + row * classes;
      V largest = splat(-__builtin_inf());
      FOR_EACH_VECTOR(classes, {
        V v = load_logits(z + i, count, end);
        largest = select(v > largest, v, largest);
      });
      largest = max_lanes(largest);
      D sums = {};
      FOR_EACH_VECTOR(classes, sums += widen(exponential(load_logits(z + i, count, end) - largest)););
      denominators[member] = sum_lanes(sums);
      heights[member] = (double)z[labels[row]] - (double)largest[0];
      if (!probabilities && !gradient) continue;
      V inverse = splat((T)(1 / denominators[member]));
      FOR_EACH_VECTOR(classes, {
        V p = exponential(load_logits(z + i, count, end) - largest) * inverse;
        V wanted = select(lane_numbers == (Bits)(labels[row] - i), splat(1), (V){});
        if (probabilities) STORE((T *)probabilities + row * classes, p);
        if (gradient) STORE((T *)gradient + row * classes, (p - wanted) * factor);
      });
    }
    double logarithms[LANES];
    tk_map(TKFloat64, TKLog, group, denominators, logarithms);
    for (ptrdiff_t member = 0; member < group; member++) {
      double loss = logarithms[member] - heights[member];
      if (losses) losses[first + member] = loss;
      total += loss;
    }
  }
  return total / (double)rows;
}

static double squared_error(ptrdiff_t n, const void *predictions, const void *targets, double scale,
                            double upstream, void *gradient) {
  D total = {};
  V factor = splat((T)(2 * scale * upstream));
  FOR_EACH_VECTOR(n, {
    V difference = LOAD(predictions) - LOAD(targets);
    total += widen(difference) * widen(difference);
    if (gradient) STORE(gradient, difference * factor);
  });
  return scale * sum_lanes(total);
}
