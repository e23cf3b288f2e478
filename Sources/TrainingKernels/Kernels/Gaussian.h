// The normal distribution, the error function, and the activations that are made of them and of eˣ.

#if PRECISION == 32
static const T tail_terms[] = {
  -0x1.367d94p-14f, -0x1.149316p-14f, 0x1.6a5baep-11f, -0x1.3af80cp-12f, -0x1.47d6fap-8f,
  0x1.25ebd8p-6f, -0x1.07c392p-5f, 0x1.d49536p-6f, 0x1.cabd6cp-7f, -0x1.8c18fp-4f, 0x1.e361eap-2f,
};
static const T erf_terms[] = {
  -0x1.5715ap-11f, 0x1.4d598cp-8f, -0x1.b771e6p-6f, 0x1.ce2834p-4f, -0x1.81272ep-2f,
  0x1.06eba8p-3f,
};
#define TAIL_CENTER 4
#define TAIL_END 14.6f
#else
static const T tail_terms[] = {
  0x1.a861c75e7695fp-31, 0x1.1577042e5d7b7p-28, 0x1.83eccc918fd7ap-32, -0x1.139d524431f51p-25,
  -0x1.793cd01221cbfp-26, 0x1.ab44b280bef68p-23, 0x1.0bd25b68f0d02p-23, -0x1.5fa721853f404p-20,
  -0x1.282ad7636928cp-24, 0x1.300b2a4475b10p-17, -0x1.4c12054032717p-17, -0x1.c1b262a42fa71p-15,
  0x1.7e61edf9d1baap-13, 0x1.05721e2631b57p-17, -0x1.b75f4fb23871ap-10, 0x1.ab6d0385e766bp-8,
  -0x1.f11aab029cdcap-7, 0x1.92037bab66223p-6, -0x1.b08e0007b6b9bp-6, 0x1.47c1d03052affp-7,
  0x1.fc66cc64a144dp-6, -0x1.76ff86859eb0bp-4, 0x1.d8979b0f2b39dp-2,
};
static const T erf_terms[] = {
  -0x1.f85a16214f131p-31, 0x1.ebb0fa2fef753p-27, -0x1.5e732ad16cd5bp-23, 0x1.b9d36c58ca4f1p-20,
  -0x1.f4d164348a8e4p-17, 0x1.f9a31eabef189p-14, -0x1.c02db3d15093ap-11, 0x1.565bcd0dc1ea7p-8,
  -0x1.b82ce31285eb6p-6, 0x1.ce2f21a042b80p-4, -0x1.812746b0379e6p-2, 0x1.06eba8214db69p-3,
};
#define TAIL_CENTER 5
#define TAIL_END 39
#endif

INLINE V magnitude(V x) { return (V)((VBits)x & ~(VBits)splat(-0.0)); }
INLINE V with_sign_of(V x, V size) { return (V)((VBits)size | ((VBits)x & (VBits)splat(-0.0))); }
INLINE V limit(V x, T bound) {
  x = select(x > bound, splat(bound), x);
  return select(x < -bound, splat(-bound), x);
}

/// e^(−u²/2): the square is taken in two parts, since its rounding would show in the power.
INLINE V bell(V u) {
  V square = u * u, rest = fma(u, u, -square);
  return exponential(square * (T)-0.5) * (1 - rest * (T)0.5);
}

/// The share of the normal distribution beyond u, for 0 ≤ u ≤ TAIL_END:
/// bell(u) · P((u − c)/(u + c))/(1 + u), a polynomial that holds over the whole tail.
INLINE V upper_tail(V u, V bell) {
  V t = (u - TAIL_CENTER) / (u + TAIL_CENTER);
  return bell * POLYNOMIAL(t, tail_terms) / (1 + u);
}

/// x + x·P(x²) near 0, else 1 − twice the tail beyond √2·x.
INLINE V error_function(V x) {
  V size = magnitude(limit(x, 8)), z = size * size;
  V near = size + size * POLYNOMIAL(z, erf_terms);
  V u = size * (T)1.4142135623730951;
  V far = 1 - 2 * upper_tail(u, bell(u));
  return with_sign_of(x, select(size < (T)0.8, near, far));
}

INLINE V error_function_slope(V x) {
  return (T)1.1283791670955126 * bell(limit(x, 40) * (T)1.4142135623730951);
}

/// x·Φ(x), with Φ from the tail on either side, so that nothing cancels for negative x.
INLINE V gelu(V x) {
  V near = limit(x, TAIL_END), u = magnitude(near), tail = upper_tail(u, bell(u));
  return select(x > 0, x * (1 - tail), near * tail);
}

/// Φ(x) + x·φ(x)
INLINE V gelu_slope(V x) {
  V near = limit(x, TAIL_END), u = magnitude(near), height = bell(u);
  V tail = upper_tail(u, height);
  V share = select(x > 0, 1 - tail, tail);
  return fma(near * (T)0.3989422804014327, height, share);
}

/// The argument 2w of the sigmoid that 1/2 + tanh(w)/2 is, w = √(2/π)·(x + 0.044715·x³).
INLINE V doubled_gelu_argument(V x) {
  return (T)1.5957691216057308 * x * ((T)0.044715 * x * x + 1);
}

INLINE V gelu_by_tangent(V x) {
  V near = limit(x, 30);
  return select(x > 0, x, near) * sigmoid(doubled_gelu_argument(near));
}

INLINE V gelu_by_tangent_slope(V x) {
  V near = limit(x, 30), share = sigmoid(doubled_gelu_argument(near));
  V inner = (T)1.5957691216057308 * ((T)(3 * 0.044715) * near * near + 1);
  return fma(near * inner, share * (1 - share), share);
}

/// x·σ(x)
INLINE V silu(V x) { return select(x < EXP_LOWER, splat(EXP_LOWER), x) * sigmoid(x); }

INLINE V silu_slope(V x) {
  V near = limit(x, -(EXP_LOWER)), share = sigmoid(near);
  return fma(near, share * (1 - share), share);
}

/// log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|)
INLINE V softplus(V x) {
  V power = exponential((V)((VBits)x | (VBits)splat(-0.0)));
  return select(x <= 0, splat(0), x) + logarithm_of_one_plus(power);
}
