#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
// term.h makes words out of capabilities.
#undef columns
#undef lines
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum { widest = 1000, tallest = 500 };

static SCREEN *screen;
static int colors;
static int cursor_shown = -1;

static void send(const char *text) {
  // A terminal that is gone is noticed by reading from it.
  if (write(STDOUT_FILENO, text, strlen(text)) < 0) return;
}

int ccurses_set_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  int is_named = 0;
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && *value != '\0') is_named = 1;
  }
  if (!is_named || setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C.UTF-8");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int ccurses_look_up(const char *terminal, int *colors_found) {
  int error = 0;
  *colors_found = 0;
  if (setupterm(terminal, STDOUT_FILENO, &error) != OK) return error == 1 ? CCURSES_INCAPABLE : CCURSES_UNKNOWN;
  int can_draw = cursor_address != NULL && clear_screen != NULL;
  int found = tigetnum("colors");
  if (found > 0) *colors_found = found;
  del_curterm(cur_term);
  return can_draw ? CCURSES_OPEN : CCURSES_INCAPABLE;
}

int ccurses_open(const char *terminal) {
  int ignored = 0;
  int usable = ccurses_look_up(terminal, &ignored);
  if (usable != CCURSES_OPEN) return usable;
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(terminal, stdout, stdin);
  if (screen == NULL) return CCURSES_FAILED;
  raw();
  noecho();
  nonl();
  intrflush(NULL, FALSE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  colors = 0;
  if (has_colors() && start_color() == OK && use_default_colors() == OK) colors = COLORS;
  cursor_shown = -1;
  // The loop has read every key there is; ncurses need not look for one in the middle of a frame.
  typeahead(-1);
  // Until it has been left once, ncurses writes at each move of the cursor; from now on a frame is one write.
  endwin();
  clearok(curscr, TRUE);
  refresh();
  send("\033[?2004h");
  return CCURSES_OPEN;
}

static int reports_mouse;

void ccurses_use_mouse(void) {
  reports_mouse = 1;
  send("\033[?1000h\033[?1006h");
}

void ccurses_close(void) {
  if (screen == NULL) return;
  ccurses_blank();
  if (reports_mouse) send("\033[?1006l\033[?1000l");
  reports_mouse = 0;
  send("\033[?2004l");
  curs_set(1);
  endwin();
  delscreen(screen);
  screen = NULL;
}

void ccurses_retake(void) {
  reset_prog_mode();
  send("\033[?2004h");
  if (reports_mouse) send("\033[?1000h\033[?1006h");
  cursor_shown = -1;
  ccurses_invalidate();
}

const char *ccurses_key(const char *capability) {
  const char *found = tigetstr(capability);
  return found == (const char *)-1 ? NULL : found;
}

int ccurses_colors(void) { return colors; }

static int within(int value, int most) { return value < 1 ? 1 : value > most ? most : value; }

void ccurses_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *columns = within(size.ws_col, widest);
    *rows = within(size.ws_row, tallest);
  } else {
    *columns = within(COLS, widest);
    *rows = within(LINES, tallest);
  }
}

void ccurses_resize(int columns, int rows) { resizeterm(rows, columns); }

void ccurses_define_pair(int pair, int foreground, int background) { init_extended_pair(pair, foreground, background); }

void ccurses_move(int row, int column) { move(row, column); }

static attr_t look_of(int attributes) {
  attr_t look = A_NORMAL;
  if (attributes & CCURSES_BOLD) look |= A_BOLD;
  if (attributes & CCURSES_DIM) look |= A_DIM;
  if (attributes & CCURSES_REVERSE) look |= A_REVERSE;
  if (attributes & CCURSES_UNDERLINE) look |= A_UNDERLINE;
  return look;
}

void ccurses_draw(uint32_t base, uint32_t mark1, uint32_t mark2, int attributes, int pair) {
  attr_t look = look_of(attributes);
  wchar_t text[4] = {(wchar_t)base, (wchar_t)mark1, (wchar_t)mark2, 0};
  cchar_t cell;
  if (setcchar(&cell, text, look, (short)pair, NULL) == OK) add_wch(&cell);
}

void ccurses_redraw(int row) { wredrawln(stdscr, row, 1); }

static char over[4096];
static size_t over_count;

static void send_over(void) {
  size_t sent = 0;
  while (sent < over_count) {
    ssize_t written = write(STDOUT_FILENO, over + sent, over_count - sent);
    if (written < 0) break;
    sent += (size_t)written;
  }
  over_count = 0;
}

static int put_over(int byte) {
  if (over_count == sizeof over) send_over();
  over[over_count++] = (char)byte;
  return byte;
}

void ccurses_draw_over(int row, int column, uint32_t base, uint32_t mark1, uint32_t mark2, int attributes, int pair) {
  tputs(tiparm(cursor_address, row, column), 1, put_over);
  // ncurses keeps count of the attributes it has set, and goes on from there.
  vid_puts(look_of(attributes), (short)pair, NULL, put_over);
  const uint32_t scalars[] = {base, mark1, mark2};
  for (int i = 0; i < 3 && scalars[i] != 0; i++) {
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t count = wcrtomb(bytes, (wchar_t)scalars[i], &state);
    for (size_t j = 0; count != (size_t)-1 && j < count; j++) put_over((unsigned char)bytes[j]);
  }
}

void ccurses_end_over(int row, int column) {
  vid_puts(A_NORMAL, 0, NULL, put_over);
  tputs(tiparm(cursor_address, row, column), 1, put_over);
  send_over();
}

void ccurses_flush(int row, int column) {
  int shown = row >= 0;
  if (shown != cursor_shown) {
    curs_set(shown);
    cursor_shown = shown;
  }
  move(shown ? row : LINES - 1, shown ? column : 0);
  refresh();
}

// ncurses keeps what it wrote last in a buffer of its own: other characters are written over it, to nowhere. Each cell has
// another character and another attribute than the one before, so that no terminal's way of saying it shorter applies.
static void forget_output(void) {
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (nowhere >= 0 && terminal >= 0 && dup2(nowhere, STDOUT_FILENO) == STDOUT_FILENO) {
    for (int row = 0; row < LINES; row++) {
      for (int column = 0; column < COLS; column++) {
        mvaddch(row, column, (chtype)('!' + (row + column) % 90) | (column % 2 == 0 ? A_REVERSE : A_BOLD));
      }
    }
    refresh();
    dup2(terminal, STDOUT_FILENO);
    erase();
    clearok(curscr, TRUE);
  }
  if (nowhere >= 0) close(nowhere);
  if (terminal >= 0) close(terminal);
}

void ccurses_blank(void) {
  erase();
  clearok(curscr, TRUE);
  refresh();
  // Not in every terminfo entry whose terminal knows it; the others ignore it.
  send("\033[3J");
  forget_output();
}

void ccurses_invalidate(void) { clearok(curscr, TRUE); }
