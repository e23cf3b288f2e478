// How the kernels go over arrays and over the rows of a matrix.

/// `body` for each full vector at `i`, then `body` for the rest, with `LOAD` and `STORE` cut to fit.
/// Where every byte counts, one piece of code does both.
#if defined(IS_SMALL)
#define FOR_EACH_VECTOR(n, ...)                                           \
  do {                                                                    \
    for (ptrdiff_t i = 0; i < n; i += LANES) {                            \
      const ptrdiff_t count = n - i < LANES ? n - i : LANES;              \
      __VA_ARGS__                                                         \
    }                                                                     \
  } while (0)
#else
#define FOR_EACH_VECTOR(n, ...)                                           \
  do {                                                                    \
    ptrdiff_t i = 0;                                                      \
    for (; i + LANES <= n; i += LANES) {                                  \
      const ptrdiff_t count = LANES;                                      \
      __VA_ARGS__                                                         \
    }                                                                     \
    if (i < n) {                                                          \
      const ptrdiff_t count = n - i;                                      \
      __VA_ARGS__                                                         \
    }                                                                     \
  } while (0)
#endif
#define LOAD(x) load_up_to((const T *)(x) + i, count)
#define STORE(x, v) store_up_to((T *)(x) + i, v, count)

/// `body` with `known` for `flag`, a constant in each of two pieces of code where speed counts.
#if defined(IS_SMALL)
#define EITHER_WAY(flag, ...)                                             \
  do {                                                                    \
    const bool known = flag;                                              \
    __VA_ARGS__                                                           \
  } while (0)
#else
#define EITHER_WAY(flag, ...)                                             \
  do {                                                                    \
    if (flag) {                                                           \
      const bool known = true;                                            \
      __VA_ARGS__                                                         \
    } else {                                                              \
      const bool known = false;                                           \
      __VA_ARGS__                                                         \
    }                                                                     \
  } while (0)
#endif

/// Row `row` of a matrix, to load from and to store to.
#define ROW(x) ((const T *)(x) + row * columns)
#define ROW_OUT(x) ((T *)(x) + row * columns)
#define EACH_ROW for (ptrdiff_t row = 0; row < rows; row++)
