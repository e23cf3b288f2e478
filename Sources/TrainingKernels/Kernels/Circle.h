// Sine and cosine in double.

/// x = n·π/2 + high + low with |high| ≤ π/4; returns n, of which the last two bits count.
///
/// π/2 is cut in three parts, the first two of 33 bits, so that n·part is exact for |n| < 2²⁰.
INLINE VBits reduce(V x, V *high, V *low) {
  V shifted = x * 0x1.45f306dc9c883p-1 + ROUNDER;
  V n = shifted - ROUNDER;
  V first = x - n * 0x1.921fb544p0;
  V part = n * 0x1.0b4611a6p-34;
  V second = first - part;
  V rest = (first - second) - part;
  V last = rest - n * 0x1.3198a2e037073p-69;
  *high = second + last;
  *low = (second - *high) + last;
  return (VBits)shifted;
}

/// sin(x + low) for |x| ≤ π/4
INLINE V sine(V x, V low) {
  V z = x * x;
  V p = splat(-0x1.ab0f25d20837dp-41);
  p = p * z + 0x1.6121703ee54b3p-33;
  p = p * z - 0x1.ae64540000f80p-26;
  p = p * z + 0x1.71de3a5455b9ap-19;
  p = p * z - 0x1.a01a01a0198dep-13;
  p = p * z + 0x1.1111111111110p-7;
  p = p * z - 0x1.5555555555555p-3;
  return x + (p * z * x + low * (1 - z * 0.5));
}

/// cos(x + low) for |x| ≤ π/4
INLINE V cosine(V x, V low) {
  V z = x * x;
  V p = splat(0x1.ab70a23122bd8p-45);
  p = p * z - 0x1.9394ace29bad3p-37;
  p = p * z + 0x1.1eed8de33ebdep-29;
  p = p * z - 0x1.27e4fb770e01dp-22;
  p = p * z + 0x1.a01a01a019ce2p-16;
  p = p * z - 0x1.6c16c16c16c16p-10;
  p = p * z + 0x1.5555555555555p-5;
  V half = z * 0.5, value = 1 - half;
  return value + (((1 - value) - half) + (p * z * z - x * low));
}

/// One of both, with a sign: what sin(n·π/2 + x) comes to.
INLINE V in_quadrant(VBits n, V sine, V cosine) {
  V value = select((n & 1) != 0, cosine, sine);
  return (V)((VBits)value ^ ((n & 2) << 62));
}

INLINE void sine_and_cosine(V x, V *sine_of_x, V *cosine_of_x) {
  V high, low;
  VBits n = reduce(x, &high, &low);
  V s = sine(high, low), c = cosine(high, low);
  *sine_of_x = in_quadrant(n, s, c);
  *cosine_of_x = in_quadrant(n + 1, s, c);
}
