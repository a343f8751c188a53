/// Pseudo-terminals: what Swift does not see of them through the C library's module.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

/// Opens a pair. Returns the master; `*slave` is the other end, whose path is written to `path`. -1
/// when the system refuses.
int pseudo_terminal_open(int columns, int rows, int *slave, char *path, size_t size);

/// Gives the window another size; the kernel sends SIGWINCH to what runs in it.
int pseudo_terminal_resize(int master, int columns, int rows);

/// Writes all settings as text, as `stty -g` does; returns the length, or -1.
int pseudo_terminal_settings(int master, char *text, size_t size);

/// Starts a program in a session of its own with `slave_path` as controlling terminal and as
/// standard output and error; `input` is standard input, or null for the terminal. Signals are as
/// in a fresh login. Returns an error number, or 0.
int pseudo_terminal_spawn(
    pid_t *pid, const char *program, char *const arguments[], char *const environment[],
    const char *slave_path, const char *input);

#endif
