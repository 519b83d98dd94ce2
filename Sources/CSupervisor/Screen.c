#define _GNU_SOURCE
#include "supervisor.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void say(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, text, left);
    if (written <= 0) return;
    text += written;
    left -= (size_t)written;
  }
}

static void say_number(int number) {
  char digits[12];
  char *first = digits + sizeof digits - 1;
  *first = '\0';
  do *--first = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  say(first);
}

// The same bytes for every terminal: one that does not know a mode ignores it.
static const char leave[] =
    "\030\033\\"                                            // ends a sequence that was cut
    "\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l"  // paste, mouse and focus reports off
    "\033[r\033[m\033(B\017\033[?1l\033>\033[?7h"           // whole page, plain, ASCII, normal keys, wrap
    "\033[H\033[2J\033[3J"                                  // the page and what scrolled off it
    "\033[?1049l\033[3J"                                    // back from the alternate screen
    "\033[?25h\r";                                          // cursor

// Where lines are spoken to paper or to a screen reader, sequences would be read out.
static int is_dumb(void) {
  const char *name = getenv("TERM");
  return name == NULL || *name == '\0' || strcmp(name, "dumb") == 0;
}

void supervisor_clear_screen(struct supervisor_ending ending) {
  say(is_dumb() ? "\r\n" : leave);
  switch (ending.signal) {
  case SIGHUP:
  case SIGINT:
  case SIGTERM: return;
  default: break;
  }
  if (ending.was_stopped) say("Tillside was stopped from outside and has been ended.");
  else {
    say("Tillside ended unexpectedly (signal ");
    say_number(ending.signal);
    say(").");
  }
  say(" ");
  say(is_dumb() ? "What was said stays on this terminal." : "The screen was cleared.");
  say("\r\nChanges that were made are kept. Start it again with: tillside\r\n");
}

void supervisor_restore_line(const struct termios *saved) {
  tcflush(STDIN_FILENO, TCIFLUSH);
  tcsetattr(STDIN_FILENO, TCSANOW, saved);
}
