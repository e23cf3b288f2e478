// Losses and their gradients.

static double softmax_cross_entropy(ptrdiff_t rows, ptrdiff_t classes, const void *logits,
                                    const int32_t *labels, double upstream, double *losses,
                                    void *probabilities, void *gradient) {
  double total = 0;
  T factor = (T)(upstream / (double)rows);
  for (ptrdiff_t row = 0; row < rows; row++) {
    const T *z = (const T *)logits + row * classes;
    T *p = probabilities ? (T *)probabilities + row * classes : 0;
    T *g = gradient ? (T *)gradient + row * classes : 0;
    // A row with NaN has NaN for its maximum, so that NaN reaches every result.
    T largest = z[0];
    for (ptrdiff_t j = 1; j < classes; j++) {
      if (!(z[j] <= largest)) largest = z[j];
      if (largest != largest) break;
    }
    V shift = splat(largest);
    D sums = {};
    FOR_EACH_VECTOR(classes, {
      V power = exponential(LOAD(z) - shift);
      for (ptrdiff_t lane = count; lane < LANES; lane++) power[lane] = 0;
      sums += widen(power);
    });
    double denominator = sum_lanes(sums);
    double loss = tk_log(denominator) - ((double)z[labels[row]] - (double)largest);
    if (losses) losses[row] = loss;
    total += loss;
    V inverse = splat((T)(1 / denominator));
    if (p || g) {
      T wanted = z[labels[row]];
      FOR_EACH_VECTOR(classes, {
        V power = exponential(LOAD(z) - shift) * inverse;
        if (p) STORE(p, power);
        if (g) STORE(g, power * factor);
      });
      if (g) {
        V power = exponential(splat(wanted - largest)) * inverse;
        g[labels[row]] = (power[0] - 1) * factor;
      }
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
