// Transposition, a square of registers at a time.

#if WIDTH == 2
#define LOWER_HALVES 0, 2
#define UPPER_HALVES 1, 3
#elif WIDTH == 4
#define LOWER_HALVES 0, 4, 1, 5
#define UPPER_HALVES 2, 6, 3, 7
#elif WIDTH == 8
#define LOWER_HALVES 0, 8, 1, 9, 2, 10, 3, 11
#define UPPER_HALVES 4, 12, 5, 13, 6, 14, 7, 15
#else
#define LOWER_HALVES 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define UPPER_HALVES 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#endif

/// Interleaving row i with row i + WIDTH/2, log₂ WIDTH times, transposes the square.
INLINE void transpose_square(R *rows) {
  UNROLLED for (int done = 1; done < WIDTH; done *= 2) {
    R next[WIDTH];
    UNROLLED for (int i = 0; i < WIDTH / 2; i++) {
      next[2 * i] = __builtin_shufflevector(rows[i], rows[i + WIDTH / 2], LOWER_HALVES);
      next[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + WIDTH / 2], UPPER_HALVES);
    }
    UNROLLED for (int i = 0; i < WIDTH; i++) rows[i] = next[i];
  }
}

/// to[j * to_row + i] = from[i * from_row + j] for i < rows, j < columns, and zeros for i up to the
/// next multiple of WIDTH.
static void transpose(const T *from, ptrdiff_t from_row, ptrdiff_t rows, ptrdiff_t columns, T *to,
                      ptrdiff_t to_row) {
  for (ptrdiff_t i = 0; i < rows; i += WIDTH) {
    for (ptrdiff_t j = 0; j < columns; j += WIDTH) {
      R square[WIDTH];
      const T *corner = from + i * from_row + j;
      T *goal = to + j * to_row + i;
      if (i + WIDTH <= rows && j + WIDTH <= columns) {
        UNROLLED for (int r = 0; r < WIDTH; r++) {
          square[r] = *(const UnalignedR *)(corner + r * from_row);
        }
        transpose_square(square);
        UNROLLED for (int r = 0; r < WIDTH; r++) *(UnalignedR *)(goal + r * to_row) = square[r];
      } else {
        for (int r = 0; r < WIDTH; r++) {
          square[r] = i + r < rows ? load_register(corner + r * from_row, columns - j) : (R){};
        }
        transpose_square(square);
        for (int r = 0; r < WIDTH && j + r < columns; r++) {
          *(UnalignedR *)(goal + r * to_row) = square[r];
        }
      }
    }
  }
}
