// Matrix products and sums over rows.

static void add_row(ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *row_values, void *y) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    const T *from = (const T *)x + row * columns;
    T *to = (T *)y + row * columns;
    for (ptrdiff_t j = 0; j < columns; j++) to[j] = from[j] + ((const T *)row_values)[j];
  }
}

static void column_sums(ptrdiff_t rows, ptrdiff_t columns, const void *x, void *sums, bool accumulate) {
  for (ptrdiff_t j = 0; j < columns; j++) {
    double total = accumulate ? ((T *)sums)[j] : 0;
    for (ptrdiff_t row = 0; row < rows; row++) total += ((const T *)x)[row * columns + j];
    ((T *)sums)[j] = (T)total;
  }
}

static void gemm(bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
                 const void *a, const void *b, TKStart start, const void *row, void *c,
                 void *scratch) {
  for (ptrdiff_t i = 0; i < m; i++) {
    T *out = (T *)c + i * n;
    for (ptrdiff_t j = 0; j < n; j += LANES) {
      ptrdiff_t count = n - j < LANES ? n - j : LANES;
      V sum = start == TKStartZero ? (V){}
              : load_up_to(start == TKStartRow ? (const T *)row + j : out + j, count);
      for (ptrdiff_t p = 0; p < k; p++) {
        V terms = {};
        if (transpose_b) {
          for (ptrdiff_t lane = 0; lane < count; lane++) terms[lane] = ((const T *)b)[(j + lane) * k + p];
        } else {
          terms = load_up_to((const T *)b + p * n + j, count);
        }
        sum = fma(splat(((const T *)a)[transpose_a ? p * m + i : i * k + p]), terms, sum);
      }
      store_up_to(out + j, sum, count);
    }
  }
}
