// A fused multiply-add in integers: the product is exact in 106 bits, the sum is exact but for a last
// bit that records whether anything was cut off, and one rounding, to even, ends it.
#include "FusedMultiplyAdd.h"

#include <stdbool.h>
#include <stdint.h>

/// high · 2⁶⁴ + low
typedef struct {
  uint64_t high, low;
} Wide;

/// The number `significand` · 2^`exponent`, its sign apart; the significand has 53 bits.
typedef struct {
  uint64_t significand;
  int exponent;
  bool negative;
} Parts;

static Parts parts(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  uint64_t fraction = bits & 0xfffffffffffff;
  int exponent = (int)(bits >> 52 & 0x7ff);
  if (exponent > 0) return (Parts){fraction | 1ull << 52, exponent - 1075, bits >> 63};
  int shift = __builtin_clzll(fraction) - 11;
  return (Parts){fraction << shift, -1074 - shift, bits >> 63};
}

static Wide product(uint64_t a, uint64_t b) {
  uint64_t a_high = a >> 32, a_low = (uint32_t)a, b_high = b >> 32, b_low = (uint32_t)b;
  uint64_t low = a_low * b_low;
  uint64_t middle = a_high * b_low + (low >> 32);
  uint64_t other = a_low * b_high + (uint32_t)middle;
  return (Wide){a_high * b_high + (middle >> 32) + (other >> 32), other << 32 | (uint32_t)low};
}

static Wide shifted_left(Wide x, int count) {
  if (count == 0) return x;
  if (count >= 64) return (Wide){x.low << (count - 64), 0};
  return (Wide){x.high << count | x.low >> (64 - count), x.low << count};
}

/// x / 2^count, the last bit set if anything but zeros was cut off.
static Wide shifted_right(Wide x, int count) {
  if (count == 0) return x;
  if (count >= 128) return (Wide){0, (x.high | x.low) != 0};
  if (count >= 64) {
    uint64_t lost = x.low | (count > 64 ? x.high << (128 - count) : 0);
    return (Wide){0, x.high >> (count - 64) | (lost != 0)};
  }
  uint64_t lost = x.low << (64 - count);
  return (Wide){x.high >> count, x.high << (64 - count) | x.low >> count | (lost != 0)};
}

static Wide sum(Wide a, Wide b) {
  uint64_t low = a.low + b.low;
  return (Wide){a.high + b.high + (low < a.low), low};
}

static Wide difference(Wide a, Wide b) {
  return (Wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

static bool is_less(Wide a, Wide b) {
  return a.high < b.high || (a.high == b.high && a.low < b.low);
}

/// ±x · 2^exponent as a double, rounded to even. x is not 0.
static double rounded(Wide x, int exponent, bool negative) {
  int zeros = x.high ? __builtin_clzll(x.high) : 64 + __builtin_clzll(x.low);
  x = shifted_left(x, zeros);
  exponent += 127 - zeros;  // of the leading bit
  uint64_t bits = 0;
  if (exponent > 1023) {
    bits = 0x7ff0000000000000;
  } else {
    if (exponent < -1022) x = shifted_right(x, -1022 - exponent);
    uint64_t kept = x.high >> 11, rest = x.high & 0x7ff;
    if (rest > 0x400 || (rest == 0x400 && (x.low != 0 || (kept & 1)))) kept++;
    // The leading bit of `kept`, and a carry beyond it, count as ones of the exponent.
    bits = kept + (exponent < -1022 ? 0 : (uint64_t)(exponent + 1022) << 52);
  }
  bits |= (uint64_t)negative << 63;
  double result;
  __builtin_memcpy(&result, &bits, sizeof result);
  return result;
}

static bool is_finite(double x) { return x - x == 0; }

double tk_fused_multiply_add(double a, double b, double c) {
  if (!is_finite(a) || !is_finite(b)) return a * b + c;
  if (!is_finite(c)) return c;
  if (c == 0 && a != 0 && b != 0) return a * b;
  if (a == 0 || b == 0) return a * b + c;

  Parts p = parts(a), q = parts(b), r = parts(c);
  bool negative = p.negative != q.negative;
  // Both terms end below bit 126, so that their sum fits.
  Wide term = shifted_left(product(p.significand, q.significand), 20);
  Wide addend = shifted_left((Wide){0, r.significand}, 73);
  int exponent = p.exponent + q.exponent - 20, addend_exponent = r.exponent - 73;
  if (exponent >= addend_exponent) {
    addend = shifted_right(addend, exponent - addend_exponent);
  } else {
    term = shifted_right(term, addend_exponent - exponent);
    exponent = addend_exponent;
  }

  if (negative == r.negative) return rounded(sum(term, addend), exponent, negative);
  if (is_less(term, addend)) return rounded(difference(addend, term), exponent, r.negative);
  Wide rest = difference(term, addend);
  return rest.high | rest.low ? rounded(rest, exponent, negative) : 0;
}
