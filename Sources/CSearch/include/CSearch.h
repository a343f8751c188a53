#ifndef CSEARCH_H
#define CSEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many zero bytes must follow the text. */
enum { CSEARCH_SLACK = 128 };

/* The folded text of all rows, one row after another, every row ended by '\n'.

   Bit i of `word_starts` (least significant first) says that a word starts at byte i. There is one
   64-bit word of it for every 64 bytes of text begun. Row i is bytes row_starts[i] up to
   row_starts[i + 1]; no row is without bytes. */
typedef struct {
  const uint8_t *text;
  size_t length;
  const uint64_t *word_starts;
  const size_t *row_starts;
} csearch_index;

/* What is looked for: `length` (at least 1) bytes, none of them 0 or '\n', that stand where a word
   starts and, if asked, end where one ends. */
typedef struct {
  const uint8_t *bytes;
  size_t length;
  bool ends_at_word;
} csearch_needle;

/* A condition on a row: it holds one of the needles. */
typedef struct {
  const csearch_needle *needles;
  size_t count;
} csearch_pattern;

/* Whether rows in ascending order, at least one of them, lie so close together that it is quicker to
   run over all text between them: to look at a row by itself takes a few times as long. */
static inline bool csearch_is_close(const uint32_t *rows, size_t count) {
  return rows[count - 1] - rows[0] < count * 3;
}

/* How many words of scratch the search needs for close rows that lie in so many bytes of text. */
static inline size_t csearch_scratch(size_t bytes) { return bytes / 64 + 2; }

/* Of `count` rows in ascending order, keeps those that meet the condition. Returns how many they
   are; they are moved to the front of `rows`, in order. For close rows, `scratch` has room for
   all the text from the first of them to the last. */
size_t csearch_keep(const csearch_index *index, const csearch_pattern *pattern, uint64_t *scratch,
                    uint32_t *rows, size_t count);

/* How many bits there are for the beginnings of words, and how many places the table of those of
   three bytes has. */
enum { CSEARCH_BITS = 128, CSEARCH_THREES = 4096 };

/* The bits that beginnings of one length share if they have none of their own: from the first on so
   many, which is a power of two. */
typedef struct {
  uint8_t first, count;
} csearch_shared;

/* Which bit stands for a beginning of a word: by its first byte, by its first two (the first of them
   low), and by the slot of its first three, where that is theirs by its key. 255 stands for none: it
   then is one of those that beginnings of one, of two and of three bytes share. */
typedef struct {
  const uint8_t *one;
  const uint8_t *two;
  const uint32_t *three_keys;
  const uint8_t *three;
  csearch_shared shared[3];
} csearch_slots;

/* Three bytes as a number; none of them all is 0. */
static inline uint32_t csearch_key(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
}

static inline uint32_t csearch_slot(const uint8_t *bytes) {
  return csearch_key(bytes) * 0x9E3779B1u >> 20;
}

/* Puts into `bits[3]` which bits stand for the beginnings of one to three bytes of a needle, and
   returns how many they are. */
size_t csearch_bits(const csearch_slots *slots, const uint8_t *bytes, size_t length,
                    uint8_t *bits);

/* For each bit, which of the first `rows` rows have a word with such a beginning: for one bit after
   another a set of rows, in which bit i (least significant first) of word j stands for row 64 j + i. */
void csearch_sign(const csearch_index *index, const csearch_slots *slots, size_t rows,
                  uint64_t *sets);

/* Into how many parts each row falls, at least 1, and where all but the last of them end: for each
   row one after another, in bytes from where the row begins. Only the first `looked_at` of them,
   at least 1, are looked at. */
typedef struct {
  size_t count, looked_at;
  const uint32_t *ends;
} csearch_parts;

/* What a level is where nothing of the pattern stands in a row. */
enum { CSEARCH_NOWHERE = 255 };

/* For each of `count` rows, in which part of it a needle first stands: twice the number of the
   part, from 0, and one more unless a needle is a whole word in that part. */
void csearch_levels(const csearch_index *index, const csearch_pattern *pattern,
                    csearch_parts parts, const uint32_t *rows, size_t count, uint8_t *levels);

#endif
