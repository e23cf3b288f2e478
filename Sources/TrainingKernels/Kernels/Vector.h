// Vectors of 16 elements on every path; the compiler splits them into the registers there are. What
// adds up no lanes may take fewer.
// Every function that takes vectors is inlined, so how they are passed does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

// Unoptimized code keeps every temporary of what is inlined on the stack, megabytes of them where
// one function holds all others; a build for debugging calls instead. So does a path that is small
// before it is fast.
#if defined(__OPTIMIZE__) && !defined(IS_RARE)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif
#if !defined(LANES)
#define LANES 16
#endif

#if PRECISION == 32
typedef float T;
typedef int32_t Bits;
#else
typedef double T;
typedef int64_t Bits;
#endif

typedef T V __attribute__((vector_size(LANES * sizeof(T))));
typedef Bits VBits __attribute__((vector_size(LANES * sizeof(T))));
typedef double D __attribute__((vector_size(LANES * sizeof(double))));
typedef int32_t Int32s __attribute__((vector_size(LANES * sizeof(int32_t))));
typedef int64_t DBits __attribute__((vector_size(LANES * sizeof(double))));

typedef V UnalignedV __attribute__((aligned(sizeof(T)), may_alias));

// `x - 0` is folded where `0 + x` would remain an addition (it turns −0 into 0).
INLINE V splat(T x) { return x - (V){}; }
INLINE D splat_double(double x) { return x - (D){}; }
INLINE V load(const T *x) { return *(const UnalignedV *)x; }
INLINE void store(T *x, V v) { *(UnalignedV *)x = v; }
INLINE D widen(V v) { return __builtin_convertvector(v, D); }
INLINE V narrow(D d) { return __builtin_convertvector(d, V); }
INLINE V select(VBits mask, V yes, V no) { return (V)((mask & (VBits)yes) | (~mask & (VBits)no)); }
