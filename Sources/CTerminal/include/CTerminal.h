/// What Swift needs of ncurses, of signals and of the terminal's settings, and cannot say itself.
///
/// This is the only place that includes <curses.h>. Functions whose names begin with `terminal_`
/// are ours; everything else Swift sees through this header is ncurses as it is.
#ifndef CTERMINAL_H
#define CTERMINAL_H

// Wide characters have to be asked for before <curses.h> is read; the flags that pkg-config would
// give are refused by the package manager.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifdef __APPLE__
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

// Attributes are macros with casts, which Swift does not import; constants it does.
static const attr_t TERMINAL_BOLD = A_BOLD;
static const attr_t TERMINAL_DIM = A_DIM;
static const attr_t TERMINAL_REVERSE = A_REVERSE;
static const attr_t TERMINAL_UNDERLINE = A_UNDERLINE;

// ncurses.c: ncurses' variables and macros, as functions

/// The window that covers the whole screen; null before `newterm`.
WINDOW *terminal_window(void);

/// How many colours the terminal type has, after `start_color`.
int terminal_color_count(void);

/// Asks that the next `doupdate` clears the screen and sends every cell.
void terminal_repaint(void);

/// The value of a terminfo string capability; null when the terminal type lacks it.
const char *terminal_string(const char *capability);

/// What places the cursor on the last row; null when the terminal cannot. Valid until the next
/// call.
const char *terminal_bottom(void);

/// Places the cursor where ncurses believes it to be, right after a `doupdate`.
void terminal_place_cursor(int descriptor, int column, int row);

/// The stream of `descriptor` (0 or 1) when that is a terminal, else the controlling terminal's;
/// null when there is none.
FILE *terminal_stream(int descriptor);

/// The size in cells that the kernel knows for the terminal; false when it knows none.
bool terminal_size(int descriptor, int *columns, int *rows);

/// How many columns the C library, and so ncurses, gives a scalar: 0 to 2, or -1 for one that the
/// locale cannot show.
int terminal_columns_of(uint32_t scalar);

/// Makes a cell from a base scalar and the marks on it, `count` in all; marks past what a cell
/// holds (4 with ncurses 6) are left out.
void terminal_set_cell(
    cchar_t *cell, const uint32_t *scalars, int count, attr_t attributes, int pair);

/// Turns off what `cbreak` leaves on and a full-screen program has to have off: flow control (^S
/// would freeze the screen) and the extended line editing keys (^O on some systems). Signal keys
/// stay.
void terminal_take_keys(int descriptor);

// locale.c

/// Sets the character type locale, and returns whether its charset is UTF-8.
///
/// An absent, "C" or "POSIX" locale, and a UTF-8 one that is not installed, become C.UTF-8, as in
/// Python (PEP 538). Another charset that the environment really names is respected.
bool terminal_set_locale(void);

// signals.c: signals and other threads reach the loop through one pipe

/// Opens the pipe, once, and returns the end to poll; -1 when the system refuses.
int terminal_bell(void);

/// Makes the loop's `poll` return. Any thread, any number of times; rings that were not heard yet
/// are one.
void terminal_wake(void);

/// What has come since the last call: bit 0 for `terminal_wake`, bit n for signal n.
uint64_t terminal_take_rings(void);

/// From now on INT, TERM, HUP, TSTP, CONT and WINCH ring the bell, those excepted that the parent
/// process chose to have ignored. Call it before `newterm`, which otherwise catches some of them
/// itself.
void terminal_catch_signals(void);

/// Signals do again what they did before `terminal_catch_signals`.
void terminal_release_signals(void);

/// Stops the process group as ^Z would, and returns when it is continued (at once when nobody could
/// continue it: in an orphaned group the kernel discards the signal).
void terminal_stop_group(void);

/// Ends the process by the signal, so that the parent sees that ending and no other.
_Noreturn void terminal_end_by(int signal);

// guard.c: the terminal as it was, however the program ends

/// Remembers the terminal's settings, and installs the handlers for crashes. Started in the
/// background, the program stops here until it has the terminal. False: not a terminal.
bool terminal_guard(int descriptor);

/// From now on a crash, ^\ or `exit` writes `bytes` (at most 512) to the terminal and sets it as it
/// was.
void terminal_guard_arm(const char *bytes, size_t count);

/// The terminal is as it was: nothing to do at the end.
void terminal_guard_disarm(void);

/// Sets the terminal as it was when `terminal_guard` was called.
void terminal_guard_reset_settings(void);

/// Whether another process group has the terminal now, so that it is not ours to change.
bool terminal_is_background(int descriptor);

/// From now on what is written to standard error is kept, when it would go to a terminal.
void terminal_keep_errors(void);

/// Writes what was kept to where it was meant for (the last 64 KiB of it).
void terminal_release_errors(void);

#endif
