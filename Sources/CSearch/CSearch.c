/* The scan behind the search. It is C because Swift's vectors give no bit mask of a comparison,
   without which the same loop is many times slower. The vectors are the compiler's: SSE2, AVX2 or
   NEON, without an instruction by name. */
#include "CSearch.h"

#include <string.h>

enum { BLOCK = 64 };

#if defined(__x86_64__) && defined(__gnu_linux__)
#define FOR_EACH_CPU __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_CPU
#endif

typedef uint8_t bytes_t __attribute__((ext_vector_type(BLOCK)));
typedef bool flags_t __attribute__((ext_vector_type(BLOCK)));

/* A needle made ready. */
typedef struct {
  csearch_needle needle;
  size_t probe;         /* the place of the last byte to compare in all places at once */
  uint64_t head, mask;  /* the first bytes, eight at the most, and which of eight they are */
  bool is_exact;        /* the first, second and last byte are all there is to compare */
} plan_t;

static inline plan_t plan_of(const csearch_needle *needle) {
  size_t last = needle->length - 1;
  plan_t plan = {.needle = *needle, .probe = last < BLOCK ? last : BLOCK - 1};
  size_t head = needle->length < 8 ? needle->length : 8;
  memcpy(&plan.head, needle->bytes, head);
  memset(&plan.mask, 0xFF, head);
  plan.is_exact = needle->length <= 3 && !needle->ends_at_word;
  return plan;
}

/* Bit i: byte i of the block is `byte`. */
static inline __attribute__((always_inline)) uint64_t equal(const uint8_t *block, uint8_t byte) {
  bytes_t v;
  memcpy(&v, block, BLOCK);
  flags_t flags = __builtin_convertvector(v == (bytes_t)byte, flags_t);
  uint64_t mask;
  memcpy(&mask, &flags, sizeof mask);
  return mask;
}

/* Does the needle stand at `at`, where a word starts? */
static inline bool stands_at(const csearch_index *index, const plan_t *plan, size_t at) {
  uint64_t head;
  memcpy(&head, index->text + at, sizeof head);
  if (((head ^ plan->head) & plan->mask) != 0) return false;
  size_t length = plan->needle.length, end = at + length;
  if (length > 8) {
    if (end > index->length) return false;
    if (memcmp(index->text + at + 8, plan->needle.bytes + 8, length - 8) != 0) return false;
  }
  return !plan->needle.ends_at_word || index->text[end] <= ' '
         || (index->word_starts[end / BLOCK] >> (end % BLOCK) & 1);
}

/* The places in a block where the needle stands. */
static inline __attribute__((always_inline)) uint64_t hits_in(const csearch_index *index,
                                                              const plan_t *plan, size_t block) {
  const uint8_t *text = index->text + block * BLOCK;
  uint64_t hits = index->word_starts[block] & equal(text, plan->needle.bytes[0]);
  if (plan->probe > 0) hits &= equal(text + 1, plan->needle.bytes[1]);
  if (plan->probe > 1) hits &= equal(text + plan->probe, plan->needle.bytes[plan->probe]);
  if (plan->is_exact) return hits;
  for (uint64_t rest = hits; rest != 0; rest &= rest - 1) {
    if (!stands_at(index, plan, block * BLOCK + (size_t)__builtin_ctzll(rest)))
      hits &= ~(rest & -rest);
  }
  return hits;
}

static inline uint64_t bits_from(size_t place) { return ~(uint64_t)0 << (place % BLOCK); }
static inline uint64_t bits_up_to(size_t place) {
  return ~(uint64_t)0 >> (BLOCK - 1 - place % BLOCK);
}

/* The last of the rows from `place` on that begins at or before the byte `at`; the first of them
   does. Hits are near one another, so by leaps. */
static inline size_t place_of(const size_t *starts, const uint32_t *rows, size_t count,
                              size_t place, size_t at) {
  size_t step = 1;
  while (place + step < count && starts[rows[place + step]] <= at) {
    place += step;
    step *= 2;
  }
  size_t high = place + step < count ? place + step : count;
  while (high - place > 1) {
    size_t middle = place + (high - place) / 2;
    if (starts[rows[middle]] <= at) place = middle; else high = middle;
  }
  return place;
}

/* Keeps the rows with a hit, going from hit to hit: quick where hits are few. */
static size_t keep_by_hit(const size_t *starts, const uint64_t *hits, size_t blocks,
                          uint32_t *rows, size_t count) {
  size_t kept = 0, place = 0, base = starts[rows[0]] / BLOCK, from = starts[rows[0]];
  for (size_t i = 0; i < blocks; i++) {
    for (uint64_t rest = hits[i]; rest != 0; rest &= rest - 1) {
      size_t at = (base + i) * BLOCK + (size_t)__builtin_ctzll(rest);
      if (at < from) continue;
      place = place_of(starts, rows, count, place, at);
      uint32_t row = rows[place];
      if (at >= starts[row + 1]) continue;
      rows[kept++] = row;
      if (++place == count) return kept;
      from = starts[rows[place]];
    }
  }
  return kept;
}

/* Keeps rows going from row to row, without a branch on the hit: quick where hits are many. */
static size_t keep_by_row(const size_t *starts, const uint64_t *hits, bool is_excluded,
                          uint32_t *rows, size_t count) {
  size_t kept = 0, base = starts[rows[0]] / BLOCK;
  for (size_t place = 0; place < count; place++) {
    uint32_t row = rows[place];
    size_t from = starts[row], to = starts[row + 1] - 1;
    size_t block = from / BLOCK - base, final = to / BLOCK - base;
    uint64_t any = 0, mask = bits_from(from);
    for (; block < final; block++, mask = ~(uint64_t)0) any |= hits[block] & mask;
    any |= hits[final] & mask & bits_up_to(to);
    rows[kept] = row;
    kept += (any != 0) != is_excluded;
  }
  return kept;
}

/* For rows close together: marks all hits in the text between the first and the last of them. */
FOR_EACH_CPU
static size_t keep_close(const csearch_index *index, const csearch_pattern *pattern,
                         uint64_t *scratch, uint32_t *rows, size_t count) {
  const size_t *starts = index->row_starts;
  size_t base = starts[rows[0]] / BLOCK;
  size_t blocks = (starts[rows[count - 1] + 1] - 1) / BLOCK + 1 - base, filled = 0;
  memset(scratch, 0, blocks * sizeof *scratch);
  for (size_t n = 0; n < pattern->count; n++) {
    plan_t plan = plan_of(&pattern->needles[n]);
    for (size_t i = 0; i < blocks; i++) scratch[i] |= hits_in(index, &plan, base + i);
  }
  for (size_t i = 0; i < blocks; i++) filled += scratch[i] != 0;
  if (!pattern->is_excluded && filled < count / 8)
    return keep_by_hit(starts, scratch, blocks, rows, count);
  return keep_by_row(starts, scratch, pattern->is_excluded, rows, count);
}

static inline __attribute__((always_inline)) bool holds(const csearch_index *index,
                                                        const plan_t *plan, size_t row) {
  size_t from = index->row_starts[row], to = index->row_starts[row + 1] - 1;
  uint64_t any = 0, mask = bits_from(from);
  for (size_t block = from / BLOCK; block <= to / BLOCK; block++, mask = ~(uint64_t)0) {
    any |= hits_in(index, plan, block) & mask & (block == to / BLOCK ? bits_up_to(to) : mask);
  }
  return any != 0;
}

/* For rows far apart: each by itself. */
FOR_EACH_CPU
static size_t keep_scattered(const csearch_index *index, const csearch_pattern *pattern,
                             uint32_t *rows, size_t count) {
  size_t kept = 0;
  for (size_t place = 0; place < count; place++) {
    uint32_t row = rows[place];
    bool is_found = false;
    for (size_t n = 0; n < pattern->count && !is_found; n++) {
      plan_t plan = plan_of(&pattern->needles[n]);
      is_found = holds(index, &plan, row);
    }
    rows[kept] = row;
    kept += is_found != pattern->is_excluded;
  }
  return kept;
}

size_t csearch_keep(const csearch_index *index, const csearch_pattern *pattern, uint64_t *scratch,
                    uint32_t *rows, size_t count) {
  if (count == 0) return 0;
  /* To look at rows one by one takes a few times as long as to run over all of them. */
  bool is_close = rows[count - 1] - rows[0] < count * 3;
  return is_close ? keep_close(index, pattern, scratch, rows, count)
                  : keep_scattered(index, pattern, rows, count);
}
