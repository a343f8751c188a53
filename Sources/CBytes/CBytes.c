#define _GNU_SOURCE
#include "CBytes.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

size_t cbytes_string_run(const uint8_t *p, size_t n) {
  size_t i = 0;
#if defined(__x86_64__)
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1f);
  for (; i + 16 <= n; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
    __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, last_control), v);
    __m128i text_end = _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, backslash));
    unsigned hits = (unsigned)_mm_movemask_epi8(_mm_or_si128(control, text_end));
    if (hits) return i + (size_t)__builtin_ctz(hits);
  }
#endif
  for (; i < n; i++) {
    if (p[i] == '"' || p[i] == '\\' || p[i] < 0x20) return i;
  }
  return n;
}

/// Length of the well-formed sequence at p, of which n > 0 bytes are there; 0 when it is ill-formed.
static size_t sequence(const uint8_t *p, size_t n) {
  uint8_t lead = p[0];
  if (lead < 0x80) return 1;
  size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || length > n) return 0;
  uint8_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (p[1] < low || p[1] > high) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((p[i] & 0xc0) != 0x80) return 0;
  }
  return length;
}

static size_t utf8_run_scalar(const uint8_t *p, size_t from, size_t n) {
  size_t i = from;
  while (i < n) {
    uint64_t word;
    while (i + 8 <= n && (memcpy(&word, p + i, 8), (word & 0x8080808080808080u) == 0)) i += 8;
    if (i >= n) break;
    size_t length = sequence(p + i, n - i);
    if (length == 0) return i;
    i += length;
  }
  return n;
}

#if defined(__x86_64__)
/// The classification by three table look-ups of Keiser and Lemire, "Validating UTF-8 In Less
/// Than One Instruction Per Byte" (2021): each bit names one way in which two neighbouring bytes
/// can be wrong; a pair is wrong when all three look-ups agree on a bit.
enum {
  SHORT = 1, LONG = 2, OVER3 = 4, LARGE = 8, SURROGATE = 16, OVER2 = 32, LARGE1000 = 64, OVER4 = 64,
  CONTINUED = 128, CARRY = SHORT | LONG | CONTINUED,
};

#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)
#define BEFORE(v, last, k) _mm256_alignr_epi8(v, _mm256_permute2x128_si256(last, v, 0x21), 16 - k)

__attribute__((target("avx2")))
static __m256i faults_of(__m256i v, __m256i last) {
  const __m256i nibble = _mm256_set1_epi8(0x0f);
  const __m256i lead_high = TWICE(
    LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, (char)CONTINUED, (char)CONTINUED,
    (char)CONTINUED, (char)CONTINUED, SHORT | OVER2, SHORT, SHORT | OVER3 | SURROGATE,
    SHORT | LARGE | LARGE1000 | OVER4);
  const __m256i lead_low = TWICE(
    (char)(CARRY | OVER3 | OVER2 | OVER4), (char)(CARRY | OVER2), (char)CARRY, (char)CARRY,
    (char)(CARRY | LARGE), (char)(CARRY | LARGE | LARGE1000), (char)(CARRY | LARGE | LARGE1000),
    (char)(CARRY | LARGE | LARGE1000), (char)(CARRY | LARGE | LARGE1000),
    (char)(CARRY | LARGE | LARGE1000), (char)(CARRY | LARGE | LARGE1000),
    (char)(CARRY | LARGE | LARGE1000), (char)(CARRY | LARGE | LARGE1000),
    (char)(CARRY | LARGE | LARGE1000 | SURROGATE), (char)(CARRY | LARGE | LARGE1000),
    (char)(CARRY | LARGE | LARGE1000));
  const __m256i next_high = TWICE(
    SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
    (char)(LONG | OVER2 | CONTINUED | OVER3 | LARGE1000 | OVER4),
    (char)(LONG | OVER2 | CONTINUED | OVER3 | LARGE),
    (char)(LONG | OVER2 | CONTINUED | SURROGATE | LARGE),
    (char)(LONG | OVER2 | CONTINUED | SURROGATE | LARGE), SHORT, SHORT, SHORT, SHORT);
  __m256i one = BEFORE(v, last, 1), two = BEFORE(v, last, 2), three = BEFORE(v, last, 3);
  __m256i pair = _mm256_and_si256(
    _mm256_and_si256(
      _mm256_shuffle_epi8(lead_high, _mm256_and_si256(_mm256_srli_epi16(one, 4), nibble)),
      _mm256_shuffle_epi8(lead_low, _mm256_and_si256(one, nibble))),
    _mm256_shuffle_epi8(next_high, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble)));
  // The third byte of three and the third and fourth of four must be continuations.
  __m256i third = _mm256_subs_epu8(two, _mm256_set1_epi8((char)(0xe0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(three, _mm256_set1_epi8((char)(0xf0 - 0x80)));
  __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, pair);
}

__attribute__((target("avx2")))
static size_t utf8_run_avx2(const uint8_t *p, size_t n) {
  __m256i last = _mm256_setzero_si256(), faults = last;
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(p + i));
    __m256i b = _mm256_loadu_si256((const __m256i *)(p + i + 32));
    // Plain ASCII needs no look-up, unless a sequence was left open before it.
    if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0 && (i == 0 || p[i - 1] < 0x80)) {
      last = b;
      continue;
    }
    faults = _mm256_or_si256(faults_of(a, last), faults_of(b, a));
    last = b;
    if (!_mm256_testz_si256(faults, faults)) break;
  }
  // What is left, or the exact place of a fault, byte by byte from the start of a sequence.
  while (i > 0 && (p[i - 1] & 0xc0) == 0x80) i--;
  if (i > 0 && p[i - 1] >= 0xc0) i--;
  return utf8_run_scalar(p, i, n);
}
#endif

size_t cbytes_utf8_run(const uint8_t *p, size_t n) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return utf8_run_avx2(p, n);
#endif
  return utf8_run_scalar(p, 0, n);
}

bool cbytes_contains(const void *hay, size_t n, const void *needle, size_t m) {
  return memmem(hay, n, needle, m) != NULL;
}
