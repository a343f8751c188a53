#define _GNU_SOURCE  // wcwidth
#include "CTerminal.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

WINDOW *terminal_window(void) { return stdscr; }

int terminal_color_count(void) { return COLORS; }

void terminal_repaint(void) { clearok(curscr, TRUE); }

const char *terminal_string(const char *capability) {
  const char *value = tigetstr(capability);
  return value == (const char *)-1 ? NULL : value;  // -1: no such capability exists
}

const char *terminal_bottom(void) {
  const char *place = terminal_string("cup");
  return place == NULL ? NULL : tparm(place, (long)LINES - 1, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

// <term.h> declares it among macros of plain names, such as `columns`.
extern int tputs(const char *string, int affected, int (*take)(int));

static char placing[64];
static size_t placing_count;

static int take_placing(int byte) {
  if (placing_count < sizeof placing) placing[placing_count++] = (char)byte;
  return byte;
}

void terminal_place_cursor(int descriptor, int column, int row) {
  const char *place = terminal_string("cup");
  if (place == NULL) return;
  placing_count = 0;
  tputs(tparm(place, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 1, take_placing);
  // Not by `putp`, whose bytes wait in another buffer than those of `doupdate`.
  ssize_t written = write(descriptor, placing, placing_count);
  (void)written;
}

FILE *terminal_stream(int descriptor) {
  if (isatty(descriptor)) return descriptor == 0 ? stdin : stdout;
  return fopen("/dev/tty", "r+e");
}

bool terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

int terminal_columns_of(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void terminal_set_cell(
    cchar_t *cell, const uint32_t *scalars, int count, attr_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int used = 0;
  while (used < count && used < CCHARW_MAX) {
    text[used] = (wchar_t)scalars[used];
    used++;
  }
  text[used] = L'\0';
  setcchar(cell, text, attributes, (short)pair, NULL);
}

void terminal_take_keys(int descriptor) {
  struct termios settings;
  if (tcgetattr(descriptor, &settings) != 0) return;
  settings.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  settings.c_lflag &= ~(tcflag_t)IEXTEN;
  tcsetattr(descriptor, TCSADRAIN, &settings);
  def_prog_mode();  // ncurses comes back to these settings after a stop
}
