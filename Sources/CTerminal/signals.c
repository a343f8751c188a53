#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// A handler can reach nothing but what is global. The rings are flags, not bytes in the pipe, so
// that a full pipe loses none of them: the byte only makes `poll` return.
static _Atomic uint64_t rings;
static int bell[2] = {-1, -1};

static void ring(uint64_t bit) {
  int error = errno;
  atomic_fetch_or(&rings, bit);
  ssize_t written = write(bell[1], "", 1);
  (void)written;  // full: it rings already
  errno = error;
}

int terminal_bell(void) {
  if (bell[0] >= 0) return bell[0];
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  bell[1] = ends[1];
  bell[0] = ends[0];
  return bell[0];
}

void terminal_wake(void) { ring(1); }

uint64_t terminal_take_rings(void) {
  // First the pipe, then the flags: a ring between the two is heard now and leaves a byte behind,
  // which costs one more look; the other way round it would be lost.
  char bytes[64];
  while (read(bell[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) continue;
  return atomic_exchange(&rings, 0);
}

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { caught_count = sizeof caught / sizeof *caught };
static struct sigaction before[caught_count];
static bool catches;

static void on_signal(int number) { ring((uint64_t)1 << number); }

void terminal_catch_signals(void) {
  if (catches || terminal_bell() < 0) return;
  catches = true;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;  // `poll` returns all the same; other calls go on
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < caught_count; i++) {
    sigaction(caught[i], NULL, &before[i]);
    bool is_news_only = caught[i] == SIGCONT || caught[i] == SIGWINCH;
    if (before[i].sa_handler == SIG_IGN && !is_news_only) continue;
    sigaction(caught[i], &action, NULL);
  }
}

void terminal_release_signals(void) {
  if (!catches) return;
  catches = false;
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &before[i], NULL);
}

void terminal_stop_group(void) {
  struct sigaction plain, stop, go_on;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, NULL, &stop);
  if (stop.sa_handler == SIG_IGN) return;  // started where nobody can continue a stopped program
  // The continuation that ends this stop is no news to the loop.
  sigaction(SIGCONT, &plain, &go_on);
  sigaction(SIGTSTP, &plain, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go_on, NULL);
}

void terminal_end_by(int number) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  signal(number, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);  // a signal whose default is not to end anything
}
