/* The scan behind the search. It is C because Swift's vectors give no bit mask of a comparison:
   eight bytes at a time, the best that Swift does, took 40 to 190 ms for 155 MB where vectors take
   6 to 20. The vectors are the compiler's (SSE2, AVX2, NEON); no instruction is named. */
#include "CSearch.h"

#include <string.h>

/* Bytes compared at once, bytes of text fetched in advance, rows fetched in advance, blocks marked
   before any is checked. */
enum { BLOCK = 64, AHEAD = 2048, NEXT = 16, BATCH = 32 };

#ifndef __has_feature
#define __has_feature(name) 0
#endif
/* Compiled twice; the one for this processor is chosen when the program starts. That is before
   ThreadSanitizer is ready for the function that chooses. */
#if defined(__x86_64__) && defined(__GLIBC__) && !__has_feature(thread_sanitizer)
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

/* Does a word end before the byte `at`? */
static inline bool ends_before(const csearch_index *index, size_t at) {
  return index->text[at] <= ' ' || (index->word_starts[at / BLOCK] >> (at % BLOCK) & 1);
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
  return !plan->needle.ends_at_word || ends_before(index, end);
}

/* Marks, in `count` blocks, the places where the needle may stand: a word starts there, and the
   first, the second and one further byte match. The loop has nothing else in it, so that it runs
   as fast as the text comes. */
static inline __attribute__((always_inline)) void mark(const csearch_index *index,
                                                       const plan_t *plan, size_t block,
                                                       size_t count, uint64_t *marks) {
  const uint8_t *text = index->text + block * BLOCK, *bytes = plan->needle.bytes;
  const uint64_t *words = index->word_starts + block;
  size_t probe = plan->probe;
  uint8_t first = bytes[0], second = bytes[probe > 0], third = bytes[probe];
  for (size_t i = 0; i < count; i++, text += BLOCK) {
    __builtin_prefetch(text + AHEAD);
    uint64_t hits = words[i] & equal(text, first);
    if (probe > 0) hits &= equal(text + 1, second);
    if (probe > 1) hits &= equal(text + probe, third);
    marks[i] = hits;
  }
}

/* Of the places marked in a block, those where the needle does stand. */
static inline uint64_t checked(const csearch_index *index, const plan_t *plan, size_t block,
                               uint64_t marks) {
  for (uint64_t rest = marks; rest != 0; rest &= rest - 1) {
    size_t at = block * BLOCK + (size_t)__builtin_ctzll(rest);
    marks &= ~((uint64_t)!stands_at(index, plan, at) << (at % BLOCK));
  }
  return marks;
}

static inline uint64_t bits_from(size_t place) { return ~(uint64_t)0 << (place % BLOCK); }
static inline uint64_t bits_up_to(size_t place) {
  return ~(uint64_t)0 >> (BLOCK - 1 - place % BLOCK);
}

/* Of a block, the places from the byte `from` to the byte `to`, both of them included. */
static inline uint64_t bits_within(size_t block, size_t from, size_t to) {
  return (block == from / BLOCK ? bits_from(from) : ~(uint64_t)0)
         & (block == to / BLOCK ? bits_up_to(to) : ~(uint64_t)0);
}

/* Of a block, the places from `from` to `to` where the needle stands. */
static inline __attribute__((always_inline)) uint64_t hits_within(const csearch_index *index,
                                                                  const plan_t *plan, size_t block,
                                                                  size_t from, size_t to) {
  uint64_t marks;
  mark(index, plan, block, 1, &marks);
  marks &= bits_within(block, from, to);
  return marks == 0 || plan->is_exact ? marks : checked(index, plan, block, marks);
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
static size_t keep_by_row(const size_t *starts, const uint64_t *hits, uint32_t *rows,
                          size_t count) {
  size_t kept = 0, base = starts[rows[0]] / BLOCK;
  for (size_t place = 0; place < count; place++) {
    uint32_t row = rows[place];
    size_t from = starts[row], to = starts[row + 1] - 1;
    size_t block = from / BLOCK - base, final = to / BLOCK - base;
    uint64_t any = 0, mask = bits_from(from);
    for (; block < final; block++, mask = ~(uint64_t)0) any |= hits[block] & mask;
    any |= hits[final] & mask & bits_up_to(to);
    rows[kept] = row;
    kept += any != 0;
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
    for (size_t i = 0; i < blocks; i += BATCH) {
      uint64_t marks[BATCH];
      size_t batch = blocks - i < BATCH ? blocks - i : BATCH;
      mark(index, &plan, base + i, batch, marks);
      if (!plan.is_exact) {
        for (size_t j = 0; j < batch; j++) {
          if (marks[j] != 0) marks[j] = checked(index, &plan, base + i + j, marks[j]);
        }
      }
      for (size_t j = 0; j < batch; j++) scratch[i + j] |= marks[j];
    }
  }
  for (size_t i = 0; i < blocks; i++) filled += scratch[i] != 0;
  return filled < count / 8 ? keep_by_hit(starts, scratch, blocks, rows, count)
                            : keep_by_row(starts, scratch, rows, count);
}

static inline __attribute__((always_inline)) bool holds(const csearch_index *index,
                                                        const plan_t *plan, size_t row) {
  size_t from = index->row_starts[row], to = index->row_starts[row + 1] - 1;
  for (size_t block = from / BLOCK; block <= to / BLOCK; block++) {
    if (hits_within(index, plan, block, from, to) != 0) return true;
  }
  return false;
}

/* Fetches what is looked at in a row first. */
static inline __attribute__((always_inline)) void fetch(const csearch_index *index, size_t row) {
  size_t from = index->row_starts[row];
  __builtin_prefetch(index->word_starts + from / BLOCK);
  for (size_t i = 0; i < 3; i++) __builtin_prefetch(index->text + from + i * BLOCK);
}

/* For rows far apart: each by itself, while what is needed of those that come next is fetched: first
   where their texts are, then the texts. */
FOR_EACH_CPU
static size_t keep_scattered(const csearch_index *index, const csearch_pattern *pattern,
                             uint32_t *rows, size_t count) {
  size_t kept = 0;
  for (size_t first = 0; first < count; first += BLOCK) {
    size_t batch = count - first < BLOCK ? count - first : BLOCK;
    uint64_t found = 0;
    for (size_t n = 0; n < pattern->count; n++) {
      plan_t plan = plan_of(&pattern->needles[n]);
      for (size_t i = 0; i < batch; i++) {
        size_t next = first + i + NEXT;
        if (n == 0 && next + NEXT < count) {
          __builtin_prefetch(index->row_starts + rows[next + NEXT]);
          fetch(index, rows[next]);
        }
        if ((found >> i & 1) == 0) found |= (uint64_t)holds(index, &plan, rows[first + i]) << i;
      }
    }
    for (size_t i = 0; i < batch; i++) {
      rows[kept] = rows[first + i];
      kept += found >> i & 1;
    }
  }
  return kept;
}

size_t csearch_keep(const csearch_index *index, const csearch_pattern *pattern, uint64_t *scratch,
                    uint32_t *rows, size_t count) {
  if (count == 0) return 0;
  return csearch_is_close(rows, count) ? keep_close(index, pattern, scratch, rows, count)
                                       : keep_scattered(index, pattern, rows, count);
}

size_t csearch_bits(const csearch_tree *tree, const uint8_t *bytes, size_t length, uint8_t *bits,
                    bool *is_exact) {
  size_t state = 0, count = 0, at = 0;
  uint8_t next = 0;
  while (at < length) {
    next = tree->next[state * 256 + bytes[at]];
    if (next >= CSEARCH_OWN) break;
    state = next;
    at++;
  }
  if (state != 0) bits[count++] = (uint8_t)state;
  *is_exact = at == length;
  if (!*is_exact && next != CSEARCH_END) bits[count++] = next;
  return count;
}

/* Sets, in the sets of 64 rows, one row's bit in those of the beginnings of its words: of the own ones
   only the longest. The set of `CSEARCH_END` is for nothing. */
static void sign_row(const csearch_index *index, const csearch_tree *tree, size_t row,
                     uint64_t *sets) {
  size_t from = index->row_starts[row], to = index->row_starts[row + 1] - 1;
  uint64_t own = (uint64_t)1 << (row % BLOCK);
  for (size_t block = from / BLOCK; block <= to / BLOCK; block++) {
    uint64_t starts = index->word_starts[block] & bits_within(block, from, to);
    for (; starts != 0; starts &= starts - 1) {
      const uint8_t *at = index->text + block * BLOCK + (size_t)__builtin_ctzll(starts);
      size_t state = 0;
      uint8_t next;
      while ((next = tree->next[state * 256 + *at++]) < CSEARCH_OWN) state = next;
      sets[state] |= own;
      sets[next] |= own;
    }
  }
}

void csearch_sign(const csearch_index *index, const csearch_tree *tree, size_t rows,
                  uint64_t *sets) {
  size_t words = (rows + BLOCK - 1) / BLOCK;
  for (size_t word = 0; word < words; word++) {
    uint64_t some[256] = {0};
    for (size_t row = word * BLOCK; row < rows && row < (word + 1) * BLOCK; row++)
      sign_row(index, tree, row, some);
    /* What begins with a beginning begins with all that it begins with. */
    for (size_t state = CSEARCH_OWN - 1; state > 0; state--)
      some[tree->parents[state]] |= some[state];
    for (size_t bit = 0; bit < CSEARCH_BITS; bit++) sets[bit * words + word] = some[bit];
  }
}

/* The level of one needle in a row. */
static inline __attribute__((always_inline)) uint8_t level_in(const csearch_index *index,
                                                              const plan_t *plan,
                                                              csearch_parts parts, size_t row) {
  size_t from = index->row_starts[row], to = index->row_starts[row + 1] - 1;
  const uint32_t *ends = parts.ends + row * (parts.count - 1);
  size_t found = parts.count;
  if (parts.looked_at < parts.count) {
    size_t length = ends[parts.looked_at - 1];
    if (length == 0) return CSEARCH_NOWHERE;
    to = from + length - 1;
  }
  for (size_t block = from / BLOCK; block <= to / BLOCK; block++) {
    uint64_t hits = hits_within(index, plan, block, from, to);
    for (; hits != 0; hits &= hits - 1) {
      size_t at = block * BLOCK + (size_t)__builtin_ctzll(hits);
      if (found == parts.count) {
        for (found = 0; found + 1 < parts.count && at - from >= ends[found];) found++;
        /* From here on only a whole word in the same part says more. */
        if (found + 1 < parts.looked_at) to = from + ends[found] - 1;
      }
      if (at > to) break;
      if (ends_before(index, at + plan->needle.length)) return (uint8_t)(2 * found);
    }
  }
  return found == parts.count ? CSEARCH_NOWHERE : (uint8_t)(2 * found + 1);
}

FOR_EACH_CPU
static void lower(const csearch_index *index, const plan_t *plan, csearch_parts parts,
                  const uint32_t *rows, size_t count, uint8_t *levels) {
  for (size_t i = 0; i < count; i++) {
    uint8_t level = level_in(index, plan, parts, rows[i]);
    if (level < levels[i]) levels[i] = level;
  }
}

void csearch_levels(const csearch_index *index, const csearch_pattern *pattern,
                    csearch_parts parts, const uint32_t *rows, size_t count, uint8_t *levels) {
  memset(levels, CSEARCH_NOWHERE, count);
  for (size_t n = 0; n < pattern->count; n++) {
    plan_t plan = plan_of(&pattern->needles[n]);
    lower(index, &plan, parts, rows, count, levels);
  }
}
