// Functions and operations applied element by element.

static void fill(ptrdiff_t n, double value, void *y) {
  V v = splat((T)value);
  FOR_EACH_VECTOR(n, STORE(y, v););
}

INLINE V apply(TKFunction f, V x) {
  switch (f) {
  case TKNegate: return -x;
  case TKExp: return exponential(x);
  case TKLog: return logarithm(x);
  case TKTanh: return hyperbolic_tangent(x);
  case TKSigmoid: return sigmoid(x);
  case TKReLU: return select(x <= 0, splat(0), x);
  case TKSquare: return x * x;
  case TKSquareRoot: return __builtin_elementwise_sqrt(x);
  case TKErf: return error_function(x);
  case TKGELU: return gelu(x);
  case TKGELUByTanh: return gelu_by_tangent(x);
  case TKSiLU: return silu(x);
  case TKSoftplus: return softplus(x);
  }
}

#define FOR_EACH_FUNCTION(CASE)                                           \
  CASE(TKNegate) CASE(TKExp) CASE(TKLog) CASE(TKTanh) CASE(TKSigmoid)     \
  CASE(TKReLU) CASE(TKSquare) CASE(TKSquareRoot) CASE(TKErf) CASE(TKGELU) \
  CASE(TKGELUByTanh) CASE(TKSiLU) CASE(TKSoftplus)

static void map(TKFunction f, ptrdiff_t n, const void *x, void *y) {
  switch (f) {
#define CASE(f) \
  case f: FOR_EACH_VECTOR(n, STORE(y, apply(f, LOAD(x)));); break;
    FOR_EACH_FUNCTION(CASE)
#undef CASE
  }
}

INLINE bool derivative_uses_input(TKFunction f) {
  return f == TKLog || f == TKSquare || f >= TKErf;
}

/// dy · f′ (+ dx), where v is x or y, whichever the derivative is computed from.
INLINE V chain(TKFunction f, V v, V dy, V dx, bool accumulate) {
#define TIMES(derivative) (accumulate ? fma(dy, derivative, dx) : dy * (derivative))
#define OVER(divisor) (accumulate ? dx + dy / (divisor) : dy / (divisor))
  switch (f) {
  case TKNegate: return accumulate ? dx - dy : -dy;
  case TKExp: return TIMES(v);
  case TKLog: return OVER(v);
  case TKTanh: return TIMES(fma(-v, v, splat(1)));
  case TKSigmoid: return TIMES(v * (1 - v));
  case TKReLU: return (accumulate ? dx : (V){}) + select(v > 0, dy, (V){});
  case TKSquare: return TIMES(v + v);
  case TKSquareRoot: return OVER(v + v);
  case TKErf: return TIMES(error_function_slope(v));
  case TKGELU: return TIMES(gelu_slope(v));
  case TKGELUByTanh: return TIMES(gelu_by_tangent_slope(v));
  case TKSiLU: return TIMES(silu_slope(v));
  case TKSoftplus: return TIMES(sigmoid(v));
  }
#undef TIMES
#undef OVER
}

static void map_backward(TKFunction f, ptrdiff_t n, const void *x, const void *y, const void *dy,
                         void *dx, bool accumulate) {
  switch (f) {
#define SLOPE (f == TKNegate ? (V){} : LOAD(v))
#define CASE(f)                                                                             \
  case f: {                                                                                 \
    const void *v = derivative_uses_input(f) ? x : y;                                       \
    EITHER_WAY(accumulate, FOR_EACH_VECTOR(n, {                                             \
      V sum = known ? LOAD(dx) : (V){};                                                     \
      STORE(dx, chain(f, SLOPE, LOAD(dy), sum, known));                                     \
    }););                                                                                   \
    break;                                                                                  \
  }
    FOR_EACH_FUNCTION(CASE)
#undef CASE
#undef SLOPE
  }
}

INLINE V negative_part(TKNegativePart part, V x) {
  return part == TKLinear ? x : exponential_less_one(x);
}

static void rectify(TKNegativePart part, ptrdiff_t n, double positive, double negative,
                    const void *x, void *y) {
  V above = splat((T)positive), below = splat((T)negative);
#define CASE(part)                                                                          \
  FOR_EACH_VECTOR(n, V v = LOAD(x);                                                         \
                  STORE(y, select(v > 0, above * v, below * negative_part(part, v)));)
  if (part == TKLinear) CASE(TKLinear);
  else CASE(TKExponential);
#undef CASE
}

static void rectify_backward(TKNegativePart part, ptrdiff_t n, double positive, double negative,
                             const void *x, const void *dy, void *dx, bool accumulate) {
  V above = splat((T)positive), below = splat((T)negative);
#define CASE(part)                                                                          \
  FOR_EACH_VECTOR(                                                                          \
      n, V v = LOAD(x), upstream = LOAD(dy);                                                \
      V slope = select(v > 0, above, part == TKLinear ? below : below * exponential(v));    \
      STORE(dx, accumulate ? fma(upstream, slope, LOAD(dx)) : upstream * slope);)
  if (part == TKLinear) CASE(TKLinear);
  else CASE(TKExponential);
#undef CASE
}

static void combine(TKOperation operation, ptrdiff_t n, const void *a, const void *b, void *y,
                    bool accumulate) {
  switch (operation) {
#define CASE(operation, plain, added)                                                       \
  case operation:                                                                           \
    EITHER_WAY(accumulate, FOR_EACH_VECTOR(n, {                                             \
      V u = LOAD(a), v = LOAD(b), w = known ? LOAD(y) : (V){};                              \
      STORE(y, known ? (added) : (plain));                                                  \
    }););                                                                                   \
    break;
    CASE(TKAdd, u + v, w + (u + v))
    CASE(TKSubtract, u - v, w + (u - v))
    CASE(TKMultiply, u * v, fma(u, v, w))
    CASE(TKDivide, u / v, w + u / v)
#undef CASE
  }
}

static void affine(ptrdiff_t n, double alpha, const void *x, double beta, void *y) {
  V a = splat((T)alpha), b = splat((T)beta);
  FOR_EACH_VECTOR(n, STORE(y, fma(a, LOAD(x), b)););
}

static void axpy(ptrdiff_t n, double alpha, const void *x, void *y) {
  V a = splat((T)alpha);
  FOR_EACH_VECTOR(n, STORE(y, fma(a, LOAD(x), LOAD(y))););
}

static void axpby(ptrdiff_t n, double alpha, const void *x, double beta, const void *y, void *z) {
  V a = splat((T)alpha), b = splat((T)beta);
  FOR_EACH_VECTOR(n, STORE(z, fma(a, LOAD(x), b * LOAD(y))););
}
