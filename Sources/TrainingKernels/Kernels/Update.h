// Gradient descent in one pass over the parameters.

/// As most often: without momentum, decay and clipping.
static double sgd_plain(ptrdiff_t n, V r, const void *gradient, void *parameters) {
  D total = {};
  FOR_EACH_VECTOR(n, {
    V g = LOAD(gradient);
    STORE(parameters, fma(-r, g, LOAD(parameters)));
    D change = widen(r * g);
    total = add_product(total, change, change);
  });
  return sum_lanes(total);
}

static double sgd(ptrdiff_t n, double rate, double momentum, double l2, double clip_scale,
                  const void *gradient, void *velocity, void *parameters) {
  V r = splat((T)rate), mu = splat((T)momentum), decay = splat((T)l2), scale = splat((T)clip_scale);
  if (!velocity && l2 == 0 && clip_scale == 1) return sgd_plain(n, r, gradient, parameters);
  D total = {};
  FOR_EACH_VECTOR(n, {
    V p = LOAD(parameters);
    V v = fma(decay, p, LOAD(gradient) * scale);
    if (velocity) {
      v = fma(mu, LOAD(velocity), v);
      STORE(velocity, v);
    }
    STORE(parameters, fma(-r, v, p));
    D change = widen(r * v);
    total = add_product(total, change, change);
  });
  return sum_lanes(total);
}

static double adam(ptrdiff_t n, const TKAdam *adam, const void *gradient, void *mean, void *square,
                 void *parameters, void *change) {
  V keep = splat((T)adam->mean_decay), take = splat((T)(1 - adam->mean_decay));
  V keep_square = splat((T)adam->square_decay), take_square = splat((T)(1 - adam->square_decay));
  V correct = splat((T)adam->mean_correction), correct_square = splat((T)adam->square_correction);
  V rate = splat((T)adam->rate), epsilon = splat((T)adam->epsilon), scale = splat((T)adam->clip_scale);
  V l2 = splat((T)adam->l2), decay = splat((T)(adam->rate * adam->decoupled));
  D total = {};
  FOR_EACH_VECTOR(n, {
    V p = LOAD(parameters);
    V g = fma(l2, p, LOAD(gradient) * scale);
    V m = fma(keep, LOAD(mean), take * g);
    V v = fma(keep_square, LOAD(square), take_square * g * g);
    V root = __builtin_elementwise_sqrt(v * correct_square);
    V quotient = select(m == 0, (V){}, m * correct / (root + epsilon));
    V d = fma(decay, p, rate * quotient);
    total = add_product(total, widen(d), widen(d));
    if (change) {
      STORE(change, d);
    } else {
      STORE(mean, m);
      STORE(square, v);
      STORE(parameters, p - d);
    }
  });
  return sum_lanes(total);
}

static void clamp(ptrdiff_t n, double limit, const void *x, void *y) {
  V upper = splat((T)limit), lower = -upper;
  FOR_EACH_VECTOR(n, {
    V v = LOAD(x);
    v = select(v > upper, upper, v);
    STORE(y, select(v < lower, lower, v));
  });
}

static void add_sign(ptrdiff_t n, double alpha, const void *x, void *y) {
  V a = splat((T)alpha);
  FOR_EACH_VECTOR(n, {
    V v = LOAD(x);
    V sign = select(v > 0, a, select(v < 0, -a, (V){}));
    STORE(y, LOAD(y) + sign);
  });
}
