// fma(a, b, c) = a·b + c rounded once, from the processor or emulated exactly.
#ifndef EMULATED_FMA

#define fma(a, b, c) __builtin_elementwise_fma(a, b, c)

#elif PRECISION == 32

/// In double the product of two floats is exact. Their sum with c, rounded to odd, keeps enough
/// to be rounded again, to float, as if it had been exact.
INLINE V fma(V a, V b, V c) {
  D product = widen(a) * widen(b), addend = widen(c);
  D sum = product + addend;
  D part = sum - product;
  D error = (product - (sum - part)) + (addend - part);
  DBits inexact = (error > 0) | (error < 0);
  DBits even = ((DBits)sum & 1) - 1;
  DBits away = (error > 0) == (sum > 0);
  DBits step = (away & 1) + (~away & -1);
  return narrow((D)((DBits)sum + (step & inexact & even)));
}

#else

INLINE V fma(V a, V b, V c) {
  V result;
  for (int i = 0; i < LANES; i++) result[i] = tk_fused_multiply_add(a[i], b[i], c[i]);
  return result;
}

#endif
