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

/* How many bits there are for the beginnings of words: so many for beginnings of their own, then as
   many again as make up the whole, which others share. */
enum { CSEARCH_OWN = 128, CSEARCH_BITS = 192, CSEARCH_END = 255 };

/* The beginnings of words that have a bit of their own, as a tree: the number of one is its bit, and 0
   is the empty one, which begins them all.

   `next` has 256 entries for each of `CSEARCH_OWN` beginnings: to which the byte after it leads. That
   is a longer one, with a number above its own; or where there is none, a shared bit; or
   `CSEARCH_END`, which is no bit, for what may stand after the end of a word. `parents` says for each
   which one it goes on from. */
typedef struct {
  const uint8_t *next;
  const uint8_t *parents;
} csearch_tree;

/* Puts into `bits[2]` the bits of a row in which a needle of `length` bytes, at least 1, begins a word,
   and returns how many they are. `is_exact`: no other row has them. */
size_t csearch_bits(const csearch_tree *tree, const uint8_t *bytes, size_t length, uint8_t *bits,
                    bool *is_exact);

/* For each bit, which of the first `rows` rows have a word with such a beginning: for one bit after
   another a set of rows, in which bit i (least significant first) of word j stands for row 64 j + i. */
void csearch_sign(const csearch_index *index, const csearch_tree *tree, size_t rows,
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
