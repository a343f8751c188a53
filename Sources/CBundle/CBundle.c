#include "CBundle.h"

/* #embed is C23; the compilers that have it offer it in every version of C, with a warning. */
#pragma clang diagnostic ignored "-Wc23-extensions"
/* A file that is embedded here and then left out of `files` stops the build; a file of Data/ that is
   not embedded fails a test. */
#pragma clang diagnostic error "-Wunused-const-variable"

static const uint8_t actors[] = {
#embed "../../Data/actors.json"
};
static const uint8_t agreements[] = {
#embed "../../Data/agreements.json"
};
static const uint8_t events[] = {
#embed "../../Data/events.json"
};
static const uint8_t places[] = {
#embed "../../Data/places.json"
};
static const uint8_t quotes[] = {
#embed "../../Data/quotes.json"
};
static const uint8_t sources[] = {
#embed "../../Data/sources.json"
};

#define FILE_OF(list) { #list ".json", list, sizeof list }

static const struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} files[] = {
    FILE_OF(actors), FILE_OF(agreements), FILE_OF(events),
    FILE_OF(places), FILE_OF(quotes),     FILE_OF(sources),
};

size_t cbundle_count(void) {
  return sizeof files / sizeof files[0];
}

const char *cbundle_name(size_t index) {
  return index < cbundle_count() ? files[index].name : NULL;
}

const uint8_t *cbundle_bytes(size_t index, size_t *length) {
  if (index >= cbundle_count()) {
    *length = 0;
    return NULL;
  }
  *length = files[index].length;
  return files[index].bytes;
}
