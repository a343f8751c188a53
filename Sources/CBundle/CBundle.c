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
static const uint8_t events_2023[] = {
#embed "../../Data/events-2023.json"
};
static const uint8_t events_2024[] = {
#embed "../../Data/events-2024.json"
};
static const uint8_t events_2025[] = {
#embed "../../Data/events-2025.json"
};
static const uint8_t events_2026[] = {
#embed "../../Data/events-2026.json"
};
static const uint8_t places[] = {
#embed "../../Data/places.json"
};
static const uint8_t quotes_2023[] = {
#embed "../../Data/quotes-2023.json"
};
static const uint8_t quotes_2024[] = {
#embed "../../Data/quotes-2024.json"
};
static const uint8_t quotes_2025[] = {
#embed "../../Data/quotes-2025.json"
};
static const uint8_t quotes_2026[] = {
#embed "../../Data/quotes-2026.json"
};
static const uint8_t sources[] = {
#embed "../../Data/sources.json"
};

#define FILE_OF(name, array) { name ".json", array, sizeof array }

static const struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} files[] = {
    FILE_OF("actors", actors),
    FILE_OF("agreements", agreements),
    FILE_OF("events-2023", events_2023),
    FILE_OF("events-2024", events_2024),
    FILE_OF("events-2025", events_2025),
    FILE_OF("events-2026", events_2026),
    FILE_OF("places", places),
    FILE_OF("quotes-2023", quotes_2023),
    FILE_OF("quotes-2024", quotes_2024),
    FILE_OF("quotes-2025", quotes_2025),
    FILE_OF("quotes-2026", quotes_2026),
    FILE_OF("sources", sources),
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
