// Prints, for each kernel and precision, a hash of the bits that it gives for many sizes and inputs, NaN
// and infinity among them: the same text on every path of every processor. Ends with 1 if the paths
// of this one differ.
#include "TrainingKernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 80 * 80 };

// A stream of made-up numbers; not from the kernels' own generator, which is hashed too.
static uint64_t state;

static uint64_t next(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return state >> 33;
}

static double number(bool strange) {
  static const double strangers[] = {0,  -0.0, 1e-45, -3e-39, 5e-324, 3e38, INFINITY, -INFINITY,
                                     NAN, 1,    -1,    88.5,   -103,   700,  -745};
  const double plain = (double)next() / 536870912 - 2;
  return strange && next() % 7 == 0 ? strangers[next() % 15] : plain;
}

static TKPrecision precision;
static ptrdiff_t size_of_number(void) { return precision == TKFloat32 ? 4 : 8; }

static void put(void *x, ptrdiff_t i, double value) {
  if (precision == TKFloat32) {
    ((float *)x)[i] = (float)value;
  } else {
    ((double *)x)[i] = value;
  }
}

static void fill(void *x, ptrdiff_t n, bool strange) {
  for (ptrdiff_t i = 0; i < n; i++) put(x, i, number(strange));
}

static uint64_t hash;

static void add(uint64_t bits) { hash = (hash ^ bits) * 1099511628211u; }

static void add_number(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  // Sign and payload of a NaN are left open.
  add(x != x ? ~(uint64_t)0 : bits);
}

static void add_numbers(const void *x, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    add_number(precision == TKFloat32 ? ((const float *)x)[i] : ((const double *)x)[i]);
  }
}

static void add_counts(const int32_t *x, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) add((uint32_t)x[i]);
}

// Inputs a to e, outputs u to z, large enough for every case.
static double a[MOST], b[MOST], c[MOST], d[MOST], e[MOST];
static double u[MOST], v[MOST], w[MOST], x[MOST], y[MOST], z[MOST];
static int32_t counts[4 * (MOST + 1)];
_Alignas(64) static char scratch[1 << 22];

static const ptrdiff_t sizes[] = {0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 100, 257};
enum { SIZES = sizeof sizes / sizeof *sizes };

static void inputs(bool strange) {
  void *all[] = {a, b, c, d, e};
  for (int i = 0; i < 5; i++) fill(all[i], MOST, strange);
}

// What outputs start from, for kernels that add to them.
static void outputs(void) {
  void *all[] = {u, v, w, x, y, z};
  for (int i = 0; i < 6; i++) fill(all[i], MOST, false);
}

typedef void Case(ptrdiff_t n, int variant);

static void map(ptrdiff_t n, int f) {
  tk_map(precision, f, n, a, y);
  tk_map_backward(precision, f, n, a, y, b, z, false);
  tk_map_backward(precision, f, n, a, y, b, x, true);
  add_numbers(y, n), add_numbers(z, n), add_numbers(x, n);
}

static void rectify(ptrdiff_t n, int part) {
  tk_rectify(precision, part, n, 1.05, 0.3, a, y);
  tk_rectify_backward(precision, part, n, 1.05, 0.3, a, b, z, true);
  add_numbers(y, n), add_numbers(z, n);
}

static void combine(ptrdiff_t n, int operation) {
  tk_combine(precision, operation, n, a, b, y, false);
  tk_combine(precision, operation, n, a, b, z, true);
  add_numbers(y, n), add_numbers(z, n);
}

static void scale(ptrdiff_t n, int variant) {
  (void)variant;
  tk_affine(precision, n, 1.7, a, -0.3, y);
  tk_axpy(precision, n, 0.37, a, z);
  tk_axpby(precision, n, 0.37, a, 1.1, b, x);
  tk_clamp(precision, n, 0.8, a, w);
  tk_add_sign(precision, n, 0.1, a, v);
  tk_fill(precision, n, 0.1, u);
  add_numbers(y, n), add_numbers(z, n), add_numbers(x, n);
  add_numbers(w, n), add_numbers(v, n), add_numbers(u, n);
}

static void reduce(ptrdiff_t n, int variant) {
  (void)variant;
  add_number(tk_sum(precision, n, a)), add_number(tk_sum_of_squares(precision, n, a));
  add_number(tk_dot(precision, n, a, b));
  add_number(tk_sum_of_squared_differences(precision, n, a, 0.3));
  add_number(tk_max(precision, n, a)), add_number(tk_min(precision, n, a));
  ptrdiff_t zeros, beyond;
  add_number(tk_activity(precision, n, a, 0.97, &zeros, &beyond));
  add(zeros), add(beyond), add(tk_count_zero(precision, n, a));
  add(tk_count_beyond(precision, n, a, 0.97)), add(tk_count_non_finite(precision, n, a));
  add(tk_first_non_finite(precision, n, a));
}

static void histogram(ptrdiff_t n, int variant) {
  const ptrdiff_t bins = variant == 0 ? 50 : 7;
  tk_histogram(precision, n, a, bins, -1, 1, counts);
  add_counts(counts, bins + 1);
}

static void gemm(ptrdiff_t n, int variant) {
  const ptrdiff_t rows = n % 37 + 1, columns = n % 61 + 1, depth = n % 71 + 1;
  const bool ta = variant & 1, tb = variant & 2;
  for (int start = 0; start < 3; start++) {
    tk_gemm(precision, ta, tb, rows, columns, depth, a, b, start, c, y, scratch);
    add_numbers(y, rows * columns);
  }
}

static void columns(ptrdiff_t n, int variant) {
  (void)variant;
  const ptrdiff_t rows = n % 13 + 1, wide = n % 61 + 1;
  tk_transpose(precision, rows, wide, a, y);
  tk_add_row(precision, rows, wide, a, b, z);
  tk_column_sums(precision, rows, wide, a, x, true);
  tk_column_zero_counts(precision, rows, wide, a, counts);
  add_numbers(y, rows * wide), add_numbers(z, rows * wide), add_numbers(x, wide);
  add_counts(counts, wide);
  tk_row_argmax(precision, rows, wide, a, counts);
  add_counts(counts, rows);
}

static void batch_norm(ptrdiff_t n, int variant) {
  (void)variant;
  const ptrdiff_t rows = n % 13 + 2, wide = n % 61 + 1;
  tk_batch_norm_forward(precision, rows, wide, a, b, c, 1e-5, u, v, w, x, y);
  tk_batch_norm_apply(precision, rows, wide, a, u, v, b, c, 1e-5, z);
  add_numbers(u, wide), add_numbers(v, wide), add_numbers(w, wide);
  add_numbers(x, rows * wide), add_numbers(y, rows * wide), add_numbers(z, rows * wide);
  tk_batch_norm_backward(precision, rows, wide, x, w, b, d, u, v, true, z, true);
  add_numbers(u, wide), add_numbers(v, wide), add_numbers(z, rows * wide);
}

static void losses(ptrdiff_t n, int variant) {
  (void)variant;
  const ptrdiff_t rows = n % 13 + 1, classes = n % 29 + 1;
  double each[13];
  for (ptrdiff_t i = 0; i < rows; i++) counts[i] = (int32_t)(next() % (uint64_t)classes);
  add_number(tk_softmax_cross_entropy(precision, rows, classes, a, counts, 0.7, each, y, z));
  for (ptrdiff_t i = 0; i < rows; i++) add_number(each[i]);
  add_numbers(y, rows * classes), add_numbers(z, rows * classes);
  add_number(tk_squared_error(precision, n, a, b, 0.3, 0.7, x));
  add_numbers(x, n);
}

static void update(ptrdiff_t n, int variant) {
  for (ptrdiff_t i = 0; i < n; i++) put(w, i, fabs(number(false)));
  add_number(tk_sgd(precision, n, 0.1, 0.9, 0.01, 0.5, a, variant ? y : NULL, z));
  const TKAdam adam = {0.01, 0.9, 0.999, 10, 1000, 1e-8, 0.01, 0.1, 0.5};
  add_number(tk_adam(precision, n, &adam, a, v, w, x, variant ? u : NULL));
  add_numbers(y, n), add_numbers(z, n), add_numbers(v, n), add_numbers(w, n);
  add_numbers(x, n), add_numbers(u, n);
}

static void random_numbers(ptrdiff_t n, int variant) {
  const uint64_t key = tk_random_key(7, (const uint8_t *)"bits", 4), first = (uint64_t)variant;
  tk_random_fill_uniform(precision, n, key, first, -1, 2, x);
  tk_random_fill_mask(precision, n, key, first, 0.3, 1.5, y);
  tk_random_fill_normal(precision, n, key, first, 0.1, 2, z);
  add_numbers(x, n), add_numbers(y, n), add_numbers(z, n);
  add_number(tk_random_normal(key, (uint64_t)n)), add_number(tk_random_uniform(key, (uint64_t)n));
  add_number(tk_exp(number(true))), add_number(tk_log(number(true)));
  add_number(tk_tanh(number(true))), add_number(tk_sin(number(true))), add_number(tk_cos(number(true)));
}

static const struct {
  const char *name;
  Case *run;
  int variants;
} cases[] = {
  {"map", map, 13},           {"rectify", rectify, 2},       {"combine", combine, 4},
  {"scale", scale, 1},        {"reduce", reduce, 1},         {"histogram", histogram, 2},
  {"gemm", gemm, 4},          {"columns", columns, 1},       {"batch norm", batch_norm, 1},
  {"losses", losses, 1},      {"update", update, 2},         {"random", random_numbers, 2},
};

static uint64_t bits(int number) {
  hash = 14695981039346656037u;
  state = (uint64_t)number;
  for (int variant = 0; variant < cases[number].variants; variant++) {
    for (int i = 0; i < SIZES; i++) {
      for (int strange = 0; strange < 2; strange++) {
        inputs(strange), outputs();
        cases[number].run(sizes[i], variant);
      }
    }
  }
  return hash;
}

int main(void) {
  bool agree = true;
  for (int number = 0; number < (int)(sizeof cases / sizeof *cases); number++) {
    for (precision = TKFloat32; precision <= TKFloat64; precision++) {
      tk_use_path(TKPathPlain);
      const uint64_t expected = bits(number);
      printf(
          "%s %ld %016llx\n", cases[number].name, (long)(8 * size_of_number()),
          (unsigned long long)expected);
      for (TKPath path = TKPathAVX2; path <= TKPathNEON; path++) {
        if (!tk_use_path(path) || bits(number) == expected) continue;
        fprintf(stderr, "%s differs from plain: %s\n", tk_path_name(path), cases[number].name);
        agree = false;
      }
    }
  }
  for (TKPath path = TKPathPlain; path <= TKPathNEON; path++) {
    if (tk_use_path(path)) fprintf(stderr, " %s", tk_path_name(path));
  }
  fprintf(stderr, "\n");
  return agree ? 0 : 1;
}
