// Gradient descent in one pass over the parameters.

static double sgd(ptrdiff_t n, double rate, double momentum, double l2, double clip_scale,
                  const void *gradient, void *velocity, void *parameters) {
  V r = splat((T)rate), mu = splat((T)momentum), decay = splat((T)l2), scale = splat((T)clip_scale);
  D total = {};
  FOR_EACH_VECTOR(n, {
    V p = LOAD(parameters);
    V v = fma(decay, p, LOAD(gradient) * scale);
    if (velocity) {
      v = fma(mu, LOAD(velocity), v);
      STORE(velocity, v);
    }
    STORE(parameters, fma(-r, v, p));
    total += widen(r * v) * widen(r * v);
  });
  return sum_lanes(total);
}
