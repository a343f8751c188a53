/// The fuzzer's own driver, of the compiler's runtime (libFuzzer).
#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Calls `test` with inputs that it makes, until an option says to stop or one of them traps.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *, size_t));

#endif
