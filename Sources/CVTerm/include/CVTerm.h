#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A terminal emulator (libvterm) and what it noticed beside its cells.
typedef struct tillside_emulator tillside_emulator;

/// One cell as the emulator shows it.
typedef struct {
  uint32_t scalars[6];
  int columns;
  bool bold, underline, italic, blink, reverse;
  /// Palette index; -1 for the terminal's own colour, -2 for a colour given as RGB.
  int foreground, background;
} tillside_emulated_cell;

/// What the emulator noticed beside its cells.
typedef struct {
  int cursor_row, cursor_column;
  bool cursor_visible, alternate_screen, mouse;
  int titles, bells, scrolled_lines;
} tillside_emulator_facts;

/// Keys that are not characters, as `tillside_emulator_key` takes them; function keys are 256 + their number.
enum {
  TILLSIDE_KEY_ENTER = 1, TILLSIDE_KEY_TAB, TILLSIDE_KEY_BACKSPACE, TILLSIDE_KEY_ESCAPE, TILLSIDE_KEY_UP,
  TILLSIDE_KEY_DOWN, TILLSIDE_KEY_LEFT, TILLSIDE_KEY_RIGHT, TILLSIDE_KEY_INSERT, TILLSIDE_KEY_DELETE,
  TILLSIDE_KEY_HOME, TILLSIDE_KEY_END, TILLSIDE_KEY_PAGE_UP, TILLSIDE_KEY_PAGE_DOWN, TILLSIDE_KEY_FUNCTION = 256
};

tillside_emulator *tillside_emulator_new(int rows, int columns);
void tillside_emulator_free(tillside_emulator *emulator);
void tillside_emulator_feed(tillside_emulator *emulator, const uint8_t *bytes, size_t count);
void tillside_emulator_resize(tillside_emulator *emulator, int rows, int columns);
tillside_emulated_cell tillside_emulator_cell(const tillside_emulator *emulator, int row, int column);
tillside_emulator_facts tillside_emulator_read_facts(const tillside_emulator *emulator);
/// Presses a key; the bytes it sends in the current keypad mode are taken with `tillside_emulator_take`.
void tillside_emulator_key(tillside_emulator *emulator, int key, bool shift, bool alt, bool control);
/// Clicks on a cell with the first button; sends something only where the program asked for the mouse.
void tillside_emulator_click(tillside_emulator *emulator, int row, int column);
/// Begins or ends a paste; sends its brackets only where the program asked for them.
void tillside_emulator_paste(tillside_emulator *emulator, bool begins);
/// Takes bytes the terminal sends to the program: keys, and answers to its questions.
size_t tillside_emulator_take(tillside_emulator *emulator, uint8_t *bytes, size_t capacity);

/// Starts a program on a new pty as leader of its own session; answers 0 or an errno value.
///
/// `arguments` and `environment` end in NULL. A `control` of 0 or more becomes descriptor 3 of the program; every other
/// descriptor above 2 is closed in it.
int tillside_pty_spawn(
    const char *path, char *const *arguments, char *const *environment, const char *directory, int rows, int columns,
    int control, int *master, pid_t *process);
/// Tells the program its screen has another size.
int tillside_pty_resize(int master, int rows, int columns);
/// Whether the line discipline is as a shell leaves it: canonical, with echo and signals.
bool tillside_pty_is_cooked(int master);
