// Matrix products, strip by strip of columns, and sums over rows.

/// Copies columns of B, `from` being B[0, j], to rows of `width`; what is past the end of B is zeros.
static void pack(const T *from, ptrdiff_t from_row, ptrdiff_t rows, const T *end, T *to,
                 ptrdiff_t width) {
  for (ptrdiff_t p = 0; p < rows; p++) {
    for (ptrdiff_t j = 0; j < width; j += WIDTH) {
      *(UnalignedR *)(to + j) = load_register(from + j, end - (from + j));
    }
    from += from_row, to += width;
  }
}

/// Rows `first` ..< `first + rows` of a product.
static void gemm(bool transpose_a, bool transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
                 const void *a, const void *b, TKStart start, const void *row, void *c,
                 void *scratch_a, void *scratch_b, ptrdiff_t first, ptrdiff_t rows) {
  T *packed_b = scratch_b, *packed_a = scratch_a;
  const T *end = (const T *)b + k * n;
  // Long rows lie on few sets of the cache: what is read down a column is copied together first.
  const bool pack_a = tk_packs_a(transpose_a, m, n, k);
  const bool pack_b = transpose_b || (n > TK_LONG_ROW && rows >= 16);
  ptrdiff_t done = 0;
  do {
    const ptrdiff_t depth = k - done < TK_DEPTH ? k - done : TK_DEPTH;
    Product t = {.k = depth, .start = done == 0 ? start : TKStartOutput, .c_row = n};
    t.a = (const T *)a + (transpose_a ? done * m + first : first * k + done);
    t.a_row = k;
    if (pack_a) {
      t.a_row = (depth + 15) / 16 * 16;
      if (transpose_a) transpose(t.a, m, depth, rows, packed_a, t.a_row);
      else pack(t.a, k, rows, (const T *)a + m * k, packed_a, t.a_row);
      t.a = packed_a;
    } else if (transpose_a) {
      t.a_by_columns = true;
      t.a_step = m;
    }
    for (ptrdiff_t j = 0; j < n; j += t.columns) {
      const ptrdiff_t rest = n - j;
      ptrdiff_t registers = MOST_REGISTERS;
      while (registers > 1 && registers * WIDTH > rest) registers /= 2;
      const ptrdiff_t width = registers * WIDTH;
      t.columns = rest < width ? rest : width;
      if (transpose_b) {
        transpose((const T *)b + j * k + done, k, t.columns, depth, packed_b, width);
      } else {
        t.b = (const T *)b + done * n + j;
        t.b_step = n;
        if (pack_b || rest < width) pack(t.b, n, depth, end, packed_b, width);
      }
      if (pack_b || rest < width) t.b = packed_b, t.b_step = width;
      t.row = (const T *)row + j;
      t.c = (T *)c + first * n + j;
      switch (registers) {
#if MOST_REGISTERS >= 4
      case 4: multiply_strip_4(rows, t); break;
#endif
#if MOST_REGISTERS >= 2
      case 2: multiply_strip_2(rows, t); break;
#endif
      default: multiply_strip_1(rows, t);
      }
    }
    done += depth;
  } while (done < k);
}

static void transposed(ptrdiff_t rows, ptrdiff_t columns, const void *x, void *y) {
  transpose(x, columns, rows, columns, y, rows);
}

static void add_row(ptrdiff_t rows, ptrdiff_t columns, const void *x, const void *row_values, void *y) {
  EACH_ROW FOR_EACH_VECTOR(columns, STORE(ROW_OUT(y), LOAD(ROW(x)) + LOAD(row_values)););
}

static void column_sums(ptrdiff_t rows, ptrdiff_t columns, const void *x, void *sums, bool accumulate) {
  FOR_EACH_VECTOR(columns, {
    D total = accumulate ? widen(LOAD(sums)) : (D){};
    EACH_ROW total += widen(LOAD(ROW(x)));
    STORE(sums, narrow(total));
  });
}
