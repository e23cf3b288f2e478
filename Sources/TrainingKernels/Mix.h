#pragma once
#include <stdint.h>

/// The finalizer of SplitMix64: a bijection in which each input bit moves every output bit.
static inline uint64_t tk_mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}
