#pragma once

#include <termios.h>

/// Sets what must be set before the Swift runtime looks, and starts the program anew without what could reach into it.
void supervisor_harden(char **argv, char **environment);

/// Puts something in the place of a standard descriptor that is closed, so that no file of ours is opened there.
void supervisor_hold_descriptors(void);

/// Whether these arguments mean the full-screen program.
int supervisor_is_full_screen(int argc, char **argv);

/// Forks; returns in the child only. The parent watches, cleans up and exits.
void supervisor_stay_behind(void);

/// How a child ended that could not give the terminal back itself.
struct supervisor_ending {
  int signal;
  int was_stopped;
};

/// Empties and leaves the child's screen, turns its modes off, and says in one line what happened.
void supervisor_clear_screen(struct supervisor_ending ending);

/// Gives the line discipline back and drops keys nobody read.
void supervisor_restore_line(const struct termios *saved);
