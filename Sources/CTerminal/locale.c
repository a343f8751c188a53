#include "CTerminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/// The name the environment gives the locale of characters: the first of the three that is not
/// empty.
static const char *requested(void) {
  const char *variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && *value != '\0') return value;
  }
  return "";
}

/// Whether a name leaves the charset open, or asks for UTF-8.
static bool allows_utf8(const char *name) {
  if (*name == '\0' || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) return true;
  const char *charset = strchr(name, '.');
  if (charset == NULL) return strcasecmp(name, "UTF-8") == 0;  // macOS has a locale of that name
  return strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0;
}

bool terminal_set_locale(void) {
  // Characters only: numbers are written the same way everywhere.
  if (setlocale(LC_CTYPE, "") != NULL && is_utf8()) return true;
  if (!allows_utf8(requested())) return false;
  const char *names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (setlocale(LC_CTYPE, names[i]) != NULL && is_utf8()) return true;
  }
  return false;
}
