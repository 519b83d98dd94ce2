#pragma once

#include <stdint.h>

/// The few calls of ncursesw that draw, as plain functions: its macros and variables are invisible to Swift. Input is never
/// read through it. One screen in a process, on one thread.

enum ccurses_attribute {
  CCURSES_BOLD = 1,
  CCURSES_DIM = 2,
  CCURSES_REVERSE = 4,
  CCURSES_UNDERLINE = 8,
};

enum ccurses_result {
  CCURSES_OPEN = 0,
  /// No entry for this name in the terminfo database.
  CCURSES_UNKNOWN = 1,
  /// The terminal cannot place its cursor.
  CCURSES_INCAPABLE = 2,
  /// No memory, or no answer from the terminal.
  CCURSES_FAILED = 3,
};

/// Chooses the character set from the environment, C.UTF-8 where it names none or one that is not there; 1 for UTF-8.
int ccurses_set_locale(void);

/// What the terminfo entry of a name says, without touching the terminal: CCURSES_OPEN when it can be used, and its
/// colours, 0 for a monochrome terminal; else CCURSES_UNKNOWN or CCURSES_INCAPABLE.
int ccurses_look_up(const char *_Nonnull terminal, int *_Nonnull colors);

/// Takes the terminal on standard input and output: raw, no echo, alternate screen, bracketed paste.
int ccurses_open(const char *_Nonnull terminal);

/// Gives the terminal back as it was.
void ccurses_close(void);

/// Asks the terminal to report clicks and the wheel; until then it never does.
void ccurses_use_mouse(void);

/// Takes the terminal again after somebody else may have changed it, and forgets what is on it.
void ccurses_retake(void);

/// The sequence a key sends by the terminfo entry ("kf1"), NULL when it has none; of the open terminal.
const char *_Nullable ccurses_key(const char *_Nonnull capability);

/// Colours that can be used, after `ccurses_open`; 0 for a monochrome terminal.
int ccurses_colors(void);

/// Columns and rows of the terminal on standard output as the kernel knows them, else as terminfo does.
void ccurses_size(int *_Nonnull columns, int *_Nonnull rows);

/// Tells ncurses that the screen has another size.
void ccurses_resize(int columns, int rows);

/// Makes colour pair `pair` (from 1); -1 is the terminal's own colour.
void ccurses_define_pair(int pair, int foreground, int background);

/// Goes to a cell; the next glyph is drawn there.
void ccurses_move(int row, int column);

/// Draws one glyph and goes on behind it; marks are 0 where there are none, pair 0 is the terminal's own colours.
void ccurses_draw(uint32_t base, uint32_t mark1, uint32_t mark2, int attributes, int pair);

/// Makes the next flush draw a whole row, whatever is thought to be there.
void ccurses_redraw(int row);

/// Draws one glyph at a cell past ncurses, over what was flushed; `ccurses_end_over` sends it.
void ccurses_draw_over(int row, int column, uint32_t base, uint32_t mark1, uint32_t mark2, int attributes, int pair);

/// Sends what was drawn past ncurses and puts the cursor back where it was left.
void ccurses_end_over(int row, int column);

/// Sends what changed to the terminal; the cursor ends at a cell, or hidden when `row` is negative.
void ccurses_flush(int row, int column);

/// Erases screen and scrollback at once.
void ccurses_blank(void);

/// Makes the next flush draw everything.
void ccurses_invalidate(void);
