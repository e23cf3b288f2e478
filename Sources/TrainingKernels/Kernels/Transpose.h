// Transposition, in blocks of 16-byte quarters: a few loads, and shuffles that stay within quarters.

#if PRECISION == 32
#define QUARTER 4
#else
#define QUARTER 2
#endif
typedef T Q __attribute__((vector_size(16)));
typedef Q UnalignedQ __attribute__((aligned(sizeof(T)), may_alias));

#if defined(__x86_64__) && !defined(EMULATED_FMA)
/// The rows of a block, as many as fill a register; it has QUARTER columns.
#define BLOCK_ROWS (2 * QUARTER)
#else
#define BLOCK_ROWS QUARTER
#endif
typedef T B __attribute__((vector_size(BLOCK_ROWS * sizeof(T))));
typedef B UnalignedB __attribute__((aligned(sizeof(T)), may_alias));

// In each quarter, the elements of two registers interleaved: the first halves, the second halves.
#if BLOCK_ROWS == 8
#define FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define SECOND_HALVES(a, b) __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#elif QUARTER == 4
#define FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define SECOND_HALVES(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#elif BLOCK_ROWS == 4
#define FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 4, 2, 6)
#define SECOND_HALVES(a, b) __builtin_shufflevector(a, b, 1, 5, 3, 7)
#else
#define FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 2)
#define SECOND_HALVES(a, b) __builtin_shufflevector(a, b, 1, 3)
#endif

/// A quarter of row i, and of row i + QUARTER if blocks are that high.
INLINE B load_block_row(const T *from, ptrdiff_t from_row) {
#if BLOCK_ROWS == QUARTER
  (void)from_row;
  return *(const UnalignedQ *)from;
#else
  Q low = *(const UnalignedQ *)from, high = *(const UnalignedQ *)(from + QUARTER * from_row);
#if QUARTER == 4
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
#else
  return __builtin_shufflevector(low, high, 0, 1, 2, 3);
#endif
#endif
}

INLINE void transpose_block(const T *from, ptrdiff_t from_row, T *to, ptrdiff_t to_row) {
  B a = load_block_row(from, from_row), b = load_block_row(from + from_row, from_row);
#if QUARTER == 4
  B c = load_block_row(from + 2 * from_row, from_row);
  B d = load_block_row(from + 3 * from_row, from_row);
  B first_ac = FIRST_HALVES(a, c), first_bd = FIRST_HALVES(b, d);
  B second_ac = SECOND_HALVES(a, c), second_bd = SECOND_HALVES(b, d);
  *(UnalignedB *)to = FIRST_HALVES(first_ac, first_bd);
  *(UnalignedB *)(to + to_row) = SECOND_HALVES(first_ac, first_bd);
  *(UnalignedB *)(to + 2 * to_row) = FIRST_HALVES(second_ac, second_bd);
  *(UnalignedB *)(to + 3 * to_row) = SECOND_HALVES(second_ac, second_bd);
#else
  *(UnalignedB *)to = FIRST_HALVES(a, b);
  *(UnalignedB *)(to + to_row) = SECOND_HALVES(a, b);
#endif
}

/// to[j * to_row + i] = from[i * from_row + j] for i < rows, j < columns. All of a cache line is read
/// before the next rows are.
static void transpose(const T *from, ptrdiff_t from_row, ptrdiff_t rows, ptrdiff_t columns, T *to,
                      ptrdiff_t to_row) {
  for (ptrdiff_t line = 0; line < columns; line += 16) {
    const ptrdiff_t end = line + 16 < columns ? line + 16 : columns;
    for (ptrdiff_t i = 0; i < rows; i += BLOCK_ROWS) {
      ptrdiff_t j = line;
      if (i + BLOCK_ROWS <= rows) {
        for (; j + QUARTER <= end; j += QUARTER) {
          transpose_block(from + i * from_row + j, from_row, to + j * to_row + i, to_row);
        }
      }
      for (; j < end; j++) {
        for (ptrdiff_t row = i; row < i + BLOCK_ROWS && row < rows; row++) {
          to[j * to_row + row] = from[row * from_row + j];
        }
      }
    }
  }
}
