// What Swift's runtime asks of a system, of which a page has none.
#include "GradusWeb.h"

#include <wasm_simd128.h>

// Memory is managed by wasi-libc's malloc; bytes are moved by the processor's own instructions.
void *malloc(size_t count);
void free(void *memory);

__attribute__((import_module("gradus"), import_name("stop")))
void page_stop(const uint8_t *sentence, size_t count);
__attribute__((import_module("gradus"), import_name("progress")))
void page_progress(double done, double of);
__attribute__((import_module("gradus"), import_name("exhausted"))) void page_exhausted(void);

void web_stop(const uint8_t *sentence, size_t count) { page_stop(sentence, count); }
void web_progress(double done, double of) { page_progress(done, of); }

// (1 + ε)² − (1 + 2ε) is ε² if it is rounded once, and 0 otherwise.
_Bool web_fuses(void) {
  volatile float a = 1 + 0x1p-23f, c = -1 - 0x1p-22f;
  volatile double d = 1 + 0x1p-52, f = -1 - 0x1p-51;
  v128_t x = wasm_f32x4_splat(a), y = wasm_f64x2_splat(d);
  x = wasm_f32x4_relaxed_madd(x, x, wasm_f32x4_splat(c));
  y = wasm_f64x2_relaxed_madd(y, y, wasm_f64x2_splat(f));
  return wasm_f32x4_extract_lane(x, 0) == 0x1p-46f && wasm_f64x2_extract_lane(y, 0) == 0x1p-104;
}

// What a browser without these instructions calls in their place (`live-module.js`): rounded twice.
#pragma STDC FP_CONTRACT OFF
__attribute__((export_name("web_madd_float32")))
v128_t web_madd_float32(v128_t a, v128_t b, v128_t c) { return wasm_f32x4_add(wasm_f32x4_mul(a, b), c); }
__attribute__((export_name("web_madd_float64")))
v128_t web_madd_float64(v128_t a, v128_t b, v128_t c) { return wasm_f64x2_add(wasm_f64x2_mul(a, b), c); }

// MARK: Printing

static uint8_t *printed;
static size_t printed_count, printed_capacity;

const uint8_t *web_printed(void) { return printed; }
size_t web_printed_count(void) { return printed_count; }

int putchar(int byte) {
  if (printed_count == printed_capacity) {
    size_t capacity = printed_capacity ? 2 * printed_capacity : 256;
    uint8_t *larger = malloc(capacity);
    if (!larger) return -1;
    __builtin_memcpy(larger, printed, printed_count);
    free(printed);
    printed = larger;
    printed_capacity = capacity;
  }
  printed[printed_count++] = (uint8_t)byte;
  return byte;
}

// MARK: Memory

/// Grows or refuses; Swift does not survive a refusal, so the page is told why.
void *__wrap_sbrk(intptr_t count);
void *__real_sbrk(intptr_t count);
void *__wrap_sbrk(intptr_t count) {
  void *start = __real_sbrk(count);
  if (start == (void *)-1) page_exhausted();
  return start;
}

// MARK: What the compiler calls

/// Sets and dictionaries are hashed alike in every run.
void arc4random_buf(void *bytes, size_t count) { __builtin_memset(bytes, 0x67, count); }

typedef struct {
  uint64_t low, high;
} Wide;

/// The lower 128 bits of a product of two numbers of 128 bits.
void __multi3(Wide *product, uint64_t a_low, uint64_t a_high, uint64_t b_low, uint64_t b_high) {
  uint64_t a0 = (uint32_t)a_low, a1 = a_low >> 32, b0 = (uint32_t)b_low, b1 = b_low >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), other = a0 * b1 + (uint32_t)middle;
  product->low = other << 32 | (uint32_t)low;
  product->high = a1 * b1 + (middle >> 32) + (other >> 32) + a_low * b_high + a_high * b_low;
}
