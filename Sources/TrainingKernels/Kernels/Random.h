// Uniform numbers, 16 at a time, and normal deviates, 16 pairs at a time; sine and cosine of one angle.

typedef uint64_t Words __attribute__((vector_size(LANES * sizeof(uint64_t))));

INLINE Words mix_words(Words z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// tk_random_uniform of each index. The 53 bits become a number in two halves, exactly, since few
/// processors convert 64-bit integers.
INLINE V uniforms(uint64_t key, Words indices) {
  Words bits = mix_words(mix_words(key + indices * 0x9e3779b97f4a7c15) ^ key) >> 11;
  V upper = (V)((VBits)(bits >> 32) | (VBits)splat(0x1p84));
  V lower = (V)((VBits)(bits & 0xffffffff) | (VBits)splat(0x1p52));
  return ((upper - (0x1p84 + 0x1p52)) + lower) * 0x1p-53;
}

/// tk_random_uniform(key, first), …, tk_random_uniform(key, first + 15).
static void uniform_deviates(uint64_t key, uint64_t first, double *y) {
  store(y, uniforms(key, first + (Words)lane_numbers));
}

#if defined(RELAXED_FMA)

static void normal_deviates(uint64_t key, uint64_t pair, double *y) {
  tk_relaxed_normal_deviates(key, pair, y);
}

#else

/// Normal deviates 2 · pair … 2 · pair + 31 (Box–Muller).
static void normal_deviates(uint64_t key, uint64_t pair, double *y) {
  Words indices = 2 * (pair + (Words)lane_numbers);
  V radius = __builtin_elementwise_sqrt(-2 * logarithm(1 - uniforms(key, indices)));
  V turn = uniforms(key, indices + 1);
  V s, c;
  sine_and_cosine(0x1.921fb54442d18p2 * turn, &s, &c);  // 2π
  V even = radius * c, odd = radius * s;
  store(y, __builtin_shufflevector(
      even, odd, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  store(y + LANES, __builtin_shufflevector(
      even, odd, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
}

#endif

static void circle(double angle, double *sine_of_angle, double *cosine_of_angle) {
  V s, c;
  sine_and_cosine(splat(angle), &s, &c);
  *sine_of_angle = s[0];
  *cosine_of_angle = c[0];
}
