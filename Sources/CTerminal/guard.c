#define _GNU_SOURCE  // memfd_create
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// A handler can reach nothing but what is global, and may call nothing but what is safe in a signal
// handler (signal-safety(7)): write, read, lseek, tcsetattr, tcgetpgrp, dup2, sigaction, raise.
static int tty = -1;
static struct termios settings;
static char farewell[512];
static size_t farewell_count;
static atomic_bool armed;

static atomic_int kept_errors = -1;  // the file that stands in for standard error
static int standard_error = -1;      // the standard error it stands in for
static const off_t most_errors = 64 * 1024;

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGSYS};
static struct sigaction previous[NSIG];
static bool traces;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

bool terminal_is_background(int descriptor) {
  pid_t foreground = tcgetpgrp(descriptor);  // fails when the terminal is not the controlling one
  return foreground >= 0 && foreground != getpgrp();
}

void terminal_guard_reset_settings(void) {
  if (tty >= 0) tcsetattr(tty, TCSADRAIN, &settings);
}

/// What both a crash and a plain `exit` have to do; nothing when the terminal is not ours.
static void restore(void) {
  if (atomic_exchange(&armed, false) && !terminal_is_background(tty)) {
    write_all(tty, farewell, farewell_count);
    // Not DRAIN: a terminal that reads nothing must not hold us.
    tcsetattr(tty, TCSANOW, &settings);
  }
  terminal_release_errors();
}

static void on_crash(int number) {
  restore();
  // The signal is blocked while its handler runs; sent again, it ends the process on return, with
  // the status that belongs to it.
  if (traces) {
    sigaction(number, &previous[number], NULL);
  } else {
    signal(number, SIG_DFL);
  }
  raise(number);
}

bool terminal_guard(int descriptor) {
  // In the background, wait: the settings would be those of the program that has the terminal.
  if (terminal_is_background(descriptor)) raise(SIGTTOU);
  if (tcgetattr(descriptor, &settings) != 0) return false;
  bool is_first = tty < 0;
  tty = descriptor;
  if (!is_first) return true;
  // Swift's own tracer asks questions on a terminal; only somebody who set its variable wants that.
  traces = getenv("SWIFT_BACKTRACE") != NULL;
  // Without a stack of its own the handler could not run after a stack overflow.
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack}, present;
  bool has_none = sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE);
  if (has_none) sigaltstack(&alternate, NULL);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_crash;
    action.sa_flags = SA_ONSTACK;
    sigfillset(&action.sa_mask);
    sigaction(crashes[i], &action, &previous[crashes[i]]);
    bool was_ignored = previous[crashes[i]].sa_handler == SIG_IGN;  // SIGQUIT, in the background
    if (was_ignored) sigaction(crashes[i], &previous[crashes[i]], NULL);
  }
  atexit(restore);
  return true;
}

void terminal_guard_arm(const char *bytes, size_t count) {
  atomic_store(&armed, false);
  farewell_count = count < sizeof farewell ? count : sizeof farewell;
  memcpy(farewell, bytes, farewell_count);
  atomic_store(&armed, true);
}

void terminal_guard_disarm(void) { atomic_store(&armed, false); }

void terminal_keep_errors(void) {
  if (kept_errors >= 0 || !isatty(2)) return;
#ifdef __linux__
  int file = memfd_create("errors", MFD_CLOEXEC);
#else
  FILE *stream = tmpfile();
  int file = stream == NULL ? -1 : fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3);
  if (stream != NULL) fclose(stream);
#endif
  if (file < 0) return;
  fcntl(file, F_SETFL, O_APPEND);
  standard_error = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (standard_error < 0 || dup2(file, 2) < 0) {
    close(file);
    return;
  }
  kept_errors = file;
}

void terminal_release_errors(void) {
  int file = atomic_exchange(&kept_errors, -1);  // two threads may crash at once
  if (file < 0) return;
  dup2(standard_error, 2);
  off_t end = lseek(file, 0, SEEK_END);
  lseek(file, end > most_errors ? end - most_errors : 0, SEEK_SET);
  char bytes[4096];
  ssize_t count;
  while ((count = read(file, bytes, sizeof bytes)) > 0) write_all(2, bytes, (size_t)count);
  close(file);
  close(standard_error);
  standard_error = -1;
}
