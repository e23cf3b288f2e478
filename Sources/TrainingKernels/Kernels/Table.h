// All kernels, for one precision and one set of processor instructions.
#include "Vector.h"
#include "Lanes.h"
#include "FusedMultiplyAdd.h"
#include "Loops.h"
#include "Functions.h"
#include "Gaussian.h"
#include "Tile.h"
#include "Transpose.h"
#include "Matrix.h"
#include "Elementwise.h"
#include "Reductions.h"
#include "Histogram.h"
#include "BatchNorm.h"
#include "Losses.h"
#include "Update.h"
#include "Peak.h"
#if PRECISION == 64
#include "Circle.h"
#include "Random.h"
#endif

#if defined(RELAXED_FMA)
#define JOINED(a, b) a##_##b
#define NAMED(table, name) JOINED(table, name)
#define EXPORTED(name) extern __typeof__(name) NAMED(TABLE, name) __attribute__((alias(#name)));
TK_KERNELS(EXPORTED)
#if PRECISION == 64
TK_KERNELS_OF_DOUBLES(EXPORTED)
#endif
#else
#define MEMBER(name) .name = name,
const TKTable TABLE = {
  TK_KERNELS(MEMBER)
#if PRECISION == 64
  TK_KERNELS_OF_DOUBLES(MEMBER)
#endif
};
#endif
