#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int pseudo_terminal_open(int columns, int rows, int *slave, char *path, size_t size) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  const char *name = grantpt(master) == 0 && unlockpt(master) == 0 ? ptsname(master) : NULL;
  if (name != NULL && strlen(name) < size) {
    strcpy(path, name);
    // Kept open, so that settings and output outlive the program.
    *slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*slave >= 0 && pseudo_terminal_resize(master, columns, rows) == 0) return master;
  }
  close(master);
  return -1;
}

int pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pseudo_terminal_settings(int master, char *text, size_t size) {
  struct termios settings;
  if (tcgetattr(master, &settings) != 0) return -1;
  int count = snprintf(
      text, size, "%lx:%lx:%lx:%lx", (unsigned long)settings.c_iflag,
      (unsigned long)settings.c_oflag, (unsigned long)settings.c_cflag,
      (unsigned long)settings.c_lflag);
  for (int i = 0; i < NCCS && (size_t)count < size; i++) {
    count += snprintf(text + count, size - (size_t)count, ":%x", settings.c_cc[i]);
  }
  return count;
}

int pseudo_terminal_spawn(
    pid_t *pid, const char *program, char *const arguments[], char *const environment[],
    const char *slave_path, const char *input) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  // Opened after the new session has begun, the terminal becomes the controlling one.
  posix_spawn_file_actions_addopen(&files, 2, slave_path, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&files, 2, 1);
  if (input != NULL) {
    posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0);
  } else {
    posix_spawn_file_actions_adddup2(&files, 2, 0);
  }
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawn(pid, program, &files, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return error;
}
