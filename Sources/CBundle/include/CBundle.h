/* The bundled store: the files of Data/, put into the program when it is built. */
#ifndef CBUNDLE_H
#define CBUNDLE_H

#include <stddef.h>
#include <stdint.h>

/* How many files there are. */
size_t cbundle_count(void);

/* The name of file `index` ("actors.json"), without a folder; NULL when there is no such file. */
const char *cbundle_name(size_t index);

/* The bytes of file `index`, as they stand in Data/, and in `length` how many. They are part of the
   program: never to be freed, and there as long as it runs. NULL and 0 when there is no such file. */
const uint8_t *cbundle_bytes(size_t index, size_t *length);

#endif
