// The innermost part of a matrix product: a tile of C that stays in registers over all of k.
//
// Each element of C is one chain of fused multiply-adds in order of k, whatever the tile's shape;
// shapes only decide how often A and B are loaded.

#define WIDTH (REGISTER_BYTES * 8 / PRECISION)
typedef T R __attribute__((vector_size(REGISTER_BYTES)));
typedef R UnalignedR __attribute__((aligned(sizeof(T)), may_alias));

// Tiles are `rows` × `registers`: enough sums to hide the latency of an addition, few enough to leave
// registers for a column of A and a row of B.
#define MOST_ROWS 8
#if defined(EMULATED_FMA) || defined(IS_RARE)
#define MOST_REGISTERS 1
#elif (defined(__x86_64__) && REGISTER_BYTES == 32) || defined(__wasm__)
#define MOST_REGISTERS 2
#define ROWS_AT_2 6
#else
#define MOST_REGISTERS 4
#define ROWS_AT_2 8
#endif

/// A product of k terms: A[i, p] is a[i * a_row + p], or a[i + p * a_step] if `a_by_columns`;
/// B[p, j] is b[p * b_step + j].
typedef struct {
  const T *a, *b;
  ptrdiff_t a_row, a_step, b_step, k;
  bool a_by_columns;
  TKStart start;
  const T *row;
  T *c;
  ptrdiff_t c_row;
  /// The columns of C that exist: all of the tile's, or fewer of its last register's.
  ptrdiff_t columns;
} Product;

INLINE R load_register(const T *x, ptrdiff_t n) {
  if (n >= WIDTH) return *(const UnalignedR *)x;
  R v = {};
  for (ptrdiff_t i = 0; i < n; i++) v[i] = x[i];
  return v;
}

INLINE void store_register(T *x, R v, ptrdiff_t n) {
  if (n >= WIDTH) {
    *(UnalignedR *)x = v;
  } else {
    for (ptrdiff_t i = 0; i < n; i++) x[i] = v[i];
  }
}

// Inlined even where size counts: the loops of a tile are unrolled by its shape.
#if defined(__OPTIMIZE__)
#define TILE static inline __attribute__((always_inline))
#else
#define TILE static inline
#endif
#define UNROLLED _Pragma("clang loop unroll(full)")

/// The tile at the start of C; `rows`, `registers` and `a_by_columns` are constants of each caller.
TILE void multiply_tile(int rows, int registers, bool a_by_columns, const Product *t) {
  R sums[MOST_ROWS][MOST_REGISTERS];
  const ptrdiff_t k = t->k, a_row = t->a_row, a_step = t->a_step, b_step = t->b_step;
  const T *a = t->a, *b = t->b;
  const ptrdiff_t last = t->columns - (registers - 1) * WIDTH;
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int j = 0; j < registers; j++) {
      const T *from = (t->start == TKStartRow ? t->row : t->c + i * t->c_row) + j * WIDTH;
      sums[i][j] = t->start == TKStartZero ? (R){}
                   : load_register(from, j == registers - 1 ? last : WIDTH);
    }
  }
  for (ptrdiff_t p = 0; p < k; p++) {
    R terms[MOST_REGISTERS];
    UNROLLED for (int j = 0; j < registers; j++) terms[j] = *(const UnalignedR *)(b + j * WIDTH);
    UNROLLED for (int i = 0; i < rows; i++) {
      R factor = (a_by_columns ? a[i] : a[i * a_row]) - (R){};
      UNROLLED for (int j = 0; j < registers; j++) sums[i][j] = fma(factor, terms[j], sums[i][j]);
    }
    a += a_by_columns ? a_step : 1;
    b += b_step;
  }
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int j = 0; j < registers; j++) {
      store_register(t->c + i * t->c_row + j * WIDTH, sums[i][j], j == registers - 1 ? last : WIDTH);
    }
  }
}

/// All `m` rows of a strip of C, in tiles of `most_rows`, then of what is left.
TILE void multiply_strip(int most_rows, int registers, ptrdiff_t m, Product t) {
  const ptrdiff_t next_row = t.a_by_columns ? 1 : t.a_row;
#define TILES(count)                                                                   \
  if (count <= most_rows) {                                                            \
    for (; m >= count; m -= count) {                                                   \
      if (t.a_by_columns) multiply_tile(count, registers, true, &t);                   \
      else multiply_tile(count, registers, false, &t);                                 \
      t.a += count * next_row, t.c += count * t.c_row;                                 \
    }                                                                                  \
  }
  TILES(8)
  if (most_rows == 6) TILES(6)
  TILES(4)
  TILES(2)
  TILES(1)
#undef TILES
}

static void multiply_strip_1(ptrdiff_t m, Product t) { multiply_strip(8, 1, m, t); }
#if MOST_REGISTERS >= 2
static void multiply_strip_2(ptrdiff_t m, Product t) { multiply_strip(ROWS_AT_2, 2, m, t); }
#endif
#if MOST_REGISTERS >= 4
static void multiply_strip_4(ptrdiff_t m, Product t) { multiply_strip(4, 4, m, t); }
#endif
