// Functions of one number, in double.
#pragma STDC FP_CONTRACT OFF
#include "Table.h"

static double map_one(TKFunction f, double x) {
  double y;
  tk_map(TKFloat64, f, 1, &x, &y);
  return y;
}

double tk_exp(double x) { return map_one(TKExp, x); }
double tk_log(double x) { return map_one(TKLog, x); }
double tk_tanh(double x) { return map_one(TKTanh, x); }

/// x = n·π/2 + high + low with |high| ≤ π/4; returns n mod 4.
///
/// π/2 is cut in three parts, the first two of 33 bits, so that n·part is exact for |n| < 2²⁰.
static int reduce(double x, double *high, double *low) {
  double shifted = x * 0x1.45f306dc9c883p-1 + 0x1.8p52;
  double n = shifted - 0x1.8p52;
  double first = x - n * 0x1.921fb544p0;
  double part = n * 0x1.0b4611a6p-34;
  double second = first - part;
  double rest = (first - second) - part;
  double last = rest - n * 0x1.3198a2e037073p-69;
  *high = second + last;
  *low = (second - *high) + last;
  return (int)((int64_t)n & 3);
}

/// sin(x + low) for |x| ≤ π/4
static double sine(double x, double low) {
  double z = x * x;
  double p = -0x1.ab0f25d20837dp-41;
  p = p * z + 0x1.6121703ee54b3p-33;
  p = p * z - 0x1.ae64540000f80p-26;
  p = p * z + 0x1.71de3a5455b9ap-19;
  p = p * z - 0x1.a01a01a0198dep-13;
  p = p * z + 0x1.1111111111110p-7;
  p = p * z - 0x1.5555555555555p-3;
  return x + (p * z * x + low * (1 - z * 0.5));
}

/// cos(x + low) for |x| ≤ π/4
static double cosine(double x, double low) {
  double z = x * x;
  double p = 0x1.ab70a23122bd8p-45;
  p = p * z - 0x1.9394ace29bad3p-37;
  p = p * z + 0x1.1eed8de33ebdep-29;
  p = p * z - 0x1.27e4fb770e01dp-22;
  p = p * z + 0x1.a01a01a019ce2p-16;
  p = p * z - 0x1.6c16c16c16c16p-10;
  p = p * z + 0x1.5555555555555p-5;
  double half = z * 0.5, value = 1 - half;
  return value + (((1 - value) - half) + (p * z * z - x * low));
}

static double sine_of_quadrant(double x, int shift) {
  if (!(x - x == 0)) return x - x;
  double high, low;
  int quadrant = (reduce(x, &high, &low) + shift) & 3;
  double value = quadrant & 1 ? cosine(high, low) : sine(high, low);
  return quadrant & 2 ? -value : value;
}

double tk_sin(double x) { return x == 0 ? x : sine_of_quadrant(x, 0); }
double tk_cos(double x) { return sine_of_quadrant(x, 1); }
