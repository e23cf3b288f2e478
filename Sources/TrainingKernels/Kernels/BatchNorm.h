// Batch normalization, 16 columns at a time: their sums stay in registers over all rows.
static void batch_norm_forward(ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *gamma,
                               const void *beta, double epsilon, void *mean, void *variance,
                               void *inverse_deviation, void *xhat, void *y) {
  FOR_EACH_VECTOR(columns, {
    D total = {};
    EACH_ROW total += widen(LOAD(ROW(x)));
    D center = total / (double)rows;
    D squares = {};
    EACH_ROW {
      D difference = widen(LOAD(ROW(x))) - center;
      squares += difference * difference;
    }
    D spread = squares / (double)rows;
    V m = narrow(center), inverse = narrow(1 / __builtin_elementwise_sqrt(spread + epsilon));
    STORE(mean, m);
    STORE(variance, narrow(spread));
    STORE(inverse_deviation, inverse);
    V g = LOAD(gamma), b = LOAD(beta);
    EACH_ROW {
      V normal = (LOAD(ROW(x)) - m) * inverse;
      STORE(ROW_OUT(xhat), normal);
      STORE(ROW_OUT(y), fma(g, normal, b));
    }
  });
}

static void batch_norm_apply(ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *mean,
                             const void *variance, const void *gamma, const void *beta,
                             double epsilon, void *y) {
  FOR_EACH_VECTOR(columns, {
    V m = LOAD(mean);
    V inverse = narrow(1 / __builtin_elementwise_sqrt(widen(LOAD(variance)) + epsilon));
    V g = LOAD(gamma), b = LOAD(beta);
    EACH_ROW STORE(ROW_OUT(y), fma(g, (LOAD(ROW(x)) - m) * inverse, b));
  });
}

static void batch_norm_backward(ptrdiff_t rows, ptrdiff_t columns, const void *xhat,
                                const void *inverse_deviation, const void *gamma, const void *dy,
                                void *dgamma, void *dbeta, bool accumulate_parameters, void *dx,
                                bool accumulate) {
  FOR_EACH_VECTOR(columns, {
    D total = {};
    D weighted = {};
    EACH_ROW {
      D delta = widen(LOAD(ROW(dy)));
      total += delta;
      weighted += delta * widen(LOAD(ROW(xhat)));
    }
    STORE(dbeta, narrow(accumulate_parameters ? widen(LOAD(dbeta)) + total : total));
    STORE(dgamma, narrow(accumulate_parameters ? widen(LOAD(dgamma)) + weighted : weighted));
    if (dx) {
      V factor = LOAD(gamma) * LOAD(inverse_deviation);
      V shift = narrow(total / (double)rows);
      V slope = narrow(weighted / (double)rows);
      EACH_ROW {
        V centered = fma(-LOAD(ROW(xhat)), slope, LOAD(ROW(dy)) - shift);
        STORE(ROW_OUT(dx), accumulate ? fma(factor, centered, LOAD(ROW(dx))) : factor * centered);
      }
    }
  });
}
