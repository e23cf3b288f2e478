// What knows the 16 lanes of a vector one from another.

static const VBits lane_numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

// Parts of vectors are met once an array.
#if defined(IS_SMALL)
#define PART static __attribute__((noinline))
#else
#define PART INLINE
#endif

/// The first `n` < 16 elements, then zeros.
PART V load_part(const T *x, ptrdiff_t n) {
  T buffer[LANES] = {};
  T *to = buffer;
#define COPY(count)                                   \
  if (n & count) {                                    \
    __builtin_memcpy(to, x, count * sizeof(T));       \
    to += count, x += count;                          \
  }
  COPY(8) COPY(4) COPY(2) COPY(1)
#undef COPY
  return load(buffer);
}

PART void store_part(T *x, V v, ptrdiff_t n) {
  T buffer[LANES];
  const T *from = buffer;
  store(buffer, v);
#define COPY(count)                                   \
  if (n & count) {                                    \
    __builtin_memcpy(x, from, count * sizeof(T));     \
    from += count, x += count;                        \
  }
  COPY(8) COPY(4) COPY(2) COPY(1)
#undef COPY
}

INLINE V load_up_to(const T *x, ptrdiff_t n) { return n >= LANES ? load(x) : load_part(x, n); }
INLINE void store_up_to(T *x, V v, ptrdiff_t n) {
  if (n >= LANES) store(x, v);
  else store_part(x, v, n);
}

#define ROTATED(v, by)                                                                       \
  __builtin_shufflevector(                                                                   \
      v, v, by, 1 + by, 2 + by, 3 + by, 4 + by, 5 + by, 6 + by, 7 + by, 8 + by, 9 + by,      \
      10 + by, 11 + by, 12 + by, 13 + by, 14 + by, 15 + by)

/// The largest lane in every lane.
INLINE V max_lanes(V v) {
#define FOLD(by)                                                                             \
  {                                                                                          \
    V other = ROTATED(v, by);                                                                \
    v = select(other > v, other, v);                                                         \
  }
  FOLD(8) FOLD(4) FOLD(2) FOLD(1)
#undef FOLD
  return v;
}

/// The sum of the lanes by one fixed tree: lane i and lane i + 8, then i + 4, i + 2, i + 1.
INLINE double sum_lanes(D d) {
  d += ROTATED(d, 8);
  d += ROTATED(d, 4);
  d += ROTATED(d, 2);
  d += ROTATED(d, 1);
  return d[0];
}
