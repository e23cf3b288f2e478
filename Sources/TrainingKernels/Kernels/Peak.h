// What the processor can do at most.

/// Chains enough to hide the latency of an addition, few enough for 16 registers.
#define CHAINS 12

static double fma_peak(ptrdiff_t rounds, double *operations) {
  R sums[CHAINS] = {};
  R factor = (T)0.999 - (R){}, term = (T)rounds - (R){};
  for (ptrdiff_t round = 0; round < rounds; round++) {
    UNROLLED for (int i = 0; i < CHAINS; i++) sums[i] = fma(sums[i], factor, term);
  }
  T total = 0;
  for (int i = 0; i < CHAINS; i++) total += sums[i][i % WIDTH];
  *operations = 2.0 * CHAINS * WIDTH * (double)rounds;
  return (double)total;
}
