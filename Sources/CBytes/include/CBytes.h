/// Scans over bytes that need vector instructions to run at the speed of memory.
///
/// Nothing here allocates, keeps state or reads outside the range it is given.
#ifndef CBYTES_H
#define CBYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many bytes of p[0..<n] come before the first byte that ends or interrupts a JSON string:
/// a quotation mark, a backslash or a control byte below 0x20. n when there is none.
size_t cbytes_string_run(const uint8_t *_Nonnull p, size_t n);

/// How many leading bytes of p[0..<n] are well-formed UTF-8 (Unicode 15, table 3-7). n when all
/// are; otherwise the offset of the first byte of the first ill-formed sequence.
size_t cbytes_utf8_run(const uint8_t *_Nonnull p, size_t n);

/// Whether the bytes needle[0..<m] stand somewhere in hay[0..<n].
bool cbytes_contains(
  const void *_Nonnull hay, size_t n, const void *_Nonnull needle, size_t m);

#endif
