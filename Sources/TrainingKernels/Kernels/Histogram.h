// Counts in equally wide bins.

/// From a number to its bin.
typedef struct {
  V low, high, scale;
  VBits last, outside;
} Bins;

INLINE Bins equal_bins(ptrdiff_t bins, double lower, double upper) {
  return (Bins){
    .low = splat((T)lower),
    .high = splat((T)upper),
    .scale = splat((T)((double)bins / (upper - lower))),
    .last = (VBits){} + (Bits)(bins - 1),
    .outside = (VBits){} + (Bits)bins,
  };
}

INLINE Int32s find_bins(V v, const Bins *bins) {
  VBits inside = (v >= bins->low) & (v <= bins->high);
  VBits index =
      __builtin_convertvector(select(inside, (v - bins->low) * bins->scale, (V){}), VBits);
  index = (__builtin_elementwise_min(index, bins->last) & inside) | (bins->outside & ~inside);
  return __builtin_convertvector(index, Int32s);
}

/// The bins that a row of pairs has room for, with the one for what is outside.
#define PAIRED_BINS 64
/// The most numbers among which no counter can overflow.
#define MOST_PAIRED (1 << 16)
/// The numbers whose bins are found before they are counted: taking bins out of a register one by
/// one is slower than through memory.
#define BLOCK 256
typedef uint16_t Counts __attribute__((vector_size(PAIRED_BINS * sizeof(uint16_t))));

/// Counts pairs of numbers by both bins, in a table that small counters keep close: half as many
/// counters to change, which is what a histogram waits for. Adds the sums of rows and columns to
/// `counts`, and returns how many numbers were counted.
static ptrdiff_t count_pairs(ptrdiff_t n, const T *x, ptrdiff_t rows, const Bins *bins,
                             int32_t *counts) {
  Counts pairs[PAIRED_BINS], columns = {};
  __builtin_memset(pairs, 0, (size_t)rows * sizeof *pairs);
  uint16_t *cells = (uint16_t *)pairs;
  // While the bins of one block are found, the block before is counted: neither waits for the other.
  int32_t blocks[2][BLOCK], *places = blocks[0], *counted = blocks[1];
  ptrdiff_t done = 0, waiting = 0;
  for (;;) {
    const ptrdiff_t block = (n - done) / 2 < BLOCK ? (n - done) / (2 * LANES) * LANES : BLOCK;
    for (ptrdiff_t i = 0; i < block; i += LANES, done += 2 * LANES) {
      Int32s first = find_bins(load(x + done), bins);
      Int32s place = first * PAIRED_BINS + find_bins(load(x + done + LANES), bins);
      __builtin_memcpy(places + i, &place, sizeof place);
      if (i >= waiting) continue;
      for (ptrdiff_t pair = i; pair < i + LANES; pair++) cells[counted[pair]]++;
    }
    for (ptrdiff_t pair = block; pair < waiting; pair++) cells[counted[pair]]++;
    if (block == 0) break;
    int32_t *found = places;
    places = counted, counted = found, waiting = block;
  }
  for (ptrdiff_t row = 0; row < rows; row++) {
    columns += pairs[row];
    counts[row] += __builtin_reduce_add(pairs[row]);
  }
  for (ptrdiff_t column = 0; column < rows; column++) counts[column] += columns[column];
  return done;
}

/// Neighbors count in four tables of their own: in a single one, equal neighbors would have to wait
/// for one another.
static void count_singly(ptrdiff_t n, const T *x, ptrdiff_t width, const Bins *bins,
                         int32_t *counts) {
  int32_t *first = counts, *second = first + width, *third = second + width, *fourth = third + width;
  for (ptrdiff_t done = 0; done < n; done += BLOCK) {
    const T *block = x + done;
    const ptrdiff_t size = n - done < BLOCK ? n - done : BLOCK;
    int32_t indices[BLOCK];
    FOR_EACH_VECTOR(size, {
      Int32s index = find_bins(LOAD(block), bins);
      __builtin_memcpy(indices + i, &index, sizeof index);
    });
    ptrdiff_t i = 0;
    for (; i + 4 <= size; i += 4) {
      first[indices[i]]++;
      second[indices[i + 1]]++;
      third[indices[i + 2]]++;
      fourth[indices[i + 3]]++;
    }
    for (; i < size; i++) first[indices[i]]++;
  }
  for (ptrdiff_t bin = 0; bin < width; bin++) first[bin] += second[bin] + third[bin] + fourth[bin];
}

static void histogram(ptrdiff_t n, const void *x, ptrdiff_t bins, double lower, double upper,
                      int32_t *counts) {
  const Bins equal = equal_bins(bins, lower, upper);
  const ptrdiff_t width = bins + 1;
  const T *values = x;
  __builtin_memset(counts, 0, (size_t)(4 * width) * sizeof(int32_t));
  ptrdiff_t done = 0;
  // Below, clearing and adding up the table costs more than it saves.
  while (width <= PAIRED_BINS && n - done >= 1024) {
    const ptrdiff_t rest = n - done < MOST_PAIRED ? n - done : MOST_PAIRED;
    done += count_pairs(rest, values + done, width, &equal, counts);
  }
  count_singly(n - done, values + done, width, &equal, counts);
}
