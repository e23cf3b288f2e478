// exp, log, tanh and sigmoid of a vector. Polynomials were fitted at Chebyshev points, the quotient
// for tanh by weighted least squares, its coefficients then tried in float.

#if PRECISION == 32
#define MULTIPLY_ADD(a, b, c) fma(a, b, c)
static const T exp_terms[] = {
  0x1.6d1606p-10f, 0x1.12106cp-7f, 0x1.555516p-5f, 0x1.5554d8p-3f, 0x1p-1f,
};
static const T log_terms[] = {0x1.de0b02p-3f, 0x1.245b28p-2f, 0x1.9999eep-2f, 0x1.555556p-1f};
static const T tanh_numerator[] = {
  0x1.c70588p-27f, 0x1.58816ap-16f, 0x1.c99c5ap-9f, 0x1.11f8a2p-3f,
};
static const T tanh_denominator[] = {
  0x1.9f2274p-21f, 0x1.57c488p-12f, 0x1.a7b494p-6f, 0x1.de519ep-2f, 1,
};
#define LOG2E 0x1.715476p0f
#define LN2_HIGH 0x1.62e4p-1f
#define LN2_LOW 0x1.7f7d1cp-20f
#define ROUNDER 0x1.8p23f
#define EXP_UPPER 0x1.65p6f   // 89.25
#define EXP_LOWER -0x1.a4p6f  // −105
#define BIAS 127
#define FRACTION_BITS 23
#define SMALLEST_NORMAL 0x1p-126f
#define SQRT_HALF_BITS 0x3f3504f3
#else
// Without fused multiply-add, which is slow where it must be emulated.
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
static const T exp_terms[] = {
  0x1.61c2c1ba3877dp-33, 0x1.1f820dbf5e732p-29, 0x1.ae642ad2afd38p-26, 0x1.27e4d2841fc93p-22,
  0x1.71de3a5af94e9p-19, 0x1.a01a01aa828e2p-16, 0x1.a01a01a0195e6p-13, 0x1.6c16c16c158f5p-10,
  0x1.1111111111111p-7, 0x1.5555555555557p-5, 0x1.5555555555555p-3, 0x1p-1,
};
static const T log_terms[] = {
  0x1.0c4d8297b56b6p-3, 0x1.0fb77bcdef30cp-3, 0x1.3b1c79943fcf7p-3, 0x1.745cf7c1d5dadp-3,
  0x1.c71c7204621fep-3, 0x1.249249247513dp-2, 0x1.9999999999a43p-2, 0x1.5555555555555p-1,
};
static const T tanh_terms[] = {
  -0x1.47559dd76c30ep-19, 0x1.99b26dee881d5p-17, -0x1.370efd609ec08p-15, 0x1.92d3563a89c76p-14,
  -0x1.f4fccb80f2926p-13, 0x1.355204d585205p-11, -0x1.7da2fd76a3973p-10, 0x1.d6d3cc561e664p-9,
  -0x1.226e354ddfe99p-7, 0x1.664f488279254p-6, -0x1.ba1ba1ba1aff0p-5, 0x1.111111111110dp-3,
  -0x1.5555555555555p-2,
};
#define LOG2E 0x1.71547652b82fep0
#define LN2_HIGH 0x1.62e42ffp-1
#define LN2_LOW -0x1.718432a1b0e26p-35
#define ROUNDER 0x1.8p52
#define EXP_UPPER 0x1.63p9   // 710
#define EXP_LOWER -0x1.75p9  // −746
#define BIAS 1023
#define FRACTION_BITS 52
#define SMALLEST_NORMAL 0x1p-1022
#define SQRT_HALF_BITS 0x3fe6a09e667f3bcd
#endif

/// The polynomial in x with these coefficients, highest power first.
#define POLYNOMIAL(x, terms)                                              \
  ({                                                                      \
    V sum = splat(terms[0]);                                              \
    for (int i = 1; i < (int)(sizeof(terms) / sizeof(T)); i++)            \
      sum = MULTIPLY_ADD(sum, x, splat(terms[i]));                            \
    sum;                                                                  \
  })

/// 2ⁿ for a normal result.
INLINE V power_of_two(VBits n) { return (V)((n + BIAS) << FRACTION_BITS); }

/// x = n·ln 2 + r with |r| ≤ ln 2 / 2: gives n, and eʳ − 1 = r + r²·P(r) as `less_one`.
INLINE VBits reduced_exponential(V x, V *less_one) {
  V shifted = MULTIPLY_ADD(x, splat(LOG2E), splat(ROUNDER));
  V n = shifted - ROUNDER;
#if PRECISION == 32
  V r = fma(n, splat(-LN2_HIGH), x);
  r = fma(n, splat(-LN2_LOW), r);
  *less_one = fma(r * r, POLYNOMIAL(r, exp_terms), r);
#else
  V high = x - n * LN2_HIGH, low = n * LN2_LOW;
  V r = high - low;
  *less_one = high + (r * r * POLYNOMIAL(r, exp_terms) - low);
#endif
  return (VBits)shifted - (VBits)splat(ROUNDER);
}

/// eˣ = 2ⁿ·eʳ. The scaling is done in two steps, so that overflow gives ∞ and only the last one
/// rounds to a subnormal number.
INLINE V exponential(V x) {
  x = select(x > EXP_UPPER, splat(EXP_UPPER), x);
  x = select(x < EXP_LOWER, splat(EXP_LOWER), x);
  V less_one;
  VBits exponent = reduced_exponential(x, &less_one), half = exponent >> 1;
  return (1 + less_one) * power_of_two(half) * power_of_two(exponent - half);
}

/// eˣ − 1 = 2ⁿ·(eʳ − 1) + (2ⁿ − 1) for x ≤ 0, without cancellation near 0.
INLINE V exponential_less_one(V x) {
  x = select(x < -60, splat(-60), x);
  V less_one;
  V power = power_of_two(reduced_exponential(x, &less_one));
  return power * less_one + (power - 1);
}

/// n·ln 2 + log(1 + f) with 1 + f in √½..<√2 and s = f/(2 + f);
/// log(1 + f) = f − (f²/2 − s·(f²/2 + s²·Q(s²))).
INLINE V reduced_logarithm(V n, V f) {
  V s = f / (2 + f), z = s * s, half_square = f * f * (T)0.5;
  V r = z * POLYNOMIAL(z, log_terms);
  return n * LN2_HIGH - ((half_square - (s * (half_square + r) + n * LN2_LOW)) - f);
}

/// x = 2ⁿ·(1 + f)
INLINE V logarithm(V x) {
  VBits tiny = x < SMALLEST_NORMAL;
  V scaled = select(tiny, x * ((T)(1LL << FRACTION_BITS) * 4), x);
  VBits offset = (VBits)scaled - SQRT_HALF_BITS;
  VBits exponent = offset >> FRACTION_BITS;
  V f = (V)((VBits)scaled - (exponent << FRACTION_BITS)) - 1;
  V n = __builtin_convertvector(exponent - (tiny & (FRACTION_BITS + 2)), V);
  V value = reduced_logarithm(n, f);
  V infinity = splat(__builtin_inf());
  value = select(x == infinity, infinity, value);
  value = select(x == 0, -infinity, value);
  return select(x >= 0, value, splat(__builtin_nan("")));
}

/// log(1 + x) for 0 ≤ x ≤ 1, exact to the last places for tiny x.
INLINE V logarithm_of_one_plus(V x) {
  VBits large = x > (T)0.4142135;
  return reduced_logarithm(
      select(large, splat(1), (V){}), select(large, (x - 1) * (T)0.5, x));
}

#if PRECISION == 32
/// (x + x·x²·P(x²))/Q(x²), fitted up to 9.01, where tanh x is 1 to 24 bits.
INLINE V positive_tangent(V x) {
  V z = x * x;
  V value = fma(x * z, POLYNOMIAL(z, tanh_numerator), x) / POLYNOMIAL(z, tanh_denominator);
  return select((x > 9.01f) | (value > 1), splat(1), value);
}
#else
/// x + x·x²·P(x²) near 0, else 1 − 2/(e²ˣ + 1).
INLINE V positive_tangent(V x) {
  V z = x * x;
  V near = x + x * (POLYNOMIAL(z, tanh_terms) * z);
  V far = 1 - 2 / (exponential(2 * x) + 1);
  return select(x < 0.625, near, far);
}
#endif

INLINE V hyperbolic_tangent(V x) {
  VBits sign = (VBits)x & (VBits)splat(-0.0);
  return (V)((VBits)positive_tangent((V)((VBits)x ^ sign)) | sign);
}

/// 1/(1 + e⁻ˣ) for x ≥ 0 and eˣ/(1 + eˣ) below, so that nothing cancels or overflows.
INLINE V sigmoid(V x) {
  V power = exponential((V)((VBits)x | (VBits)splat(-0.0)));
  return select(x >= 0, splat(1), power) / (1 + power);
}
