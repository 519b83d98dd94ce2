#include "CVTerm.h"

#include <stdlib.h>
#include <string.h>
#include <vterm.h>

struct tillside_emulator {
  VTerm *terminal;
  VTermScreen *screen;
  tillside_emulator_facts facts;
};

static int property_changed(VTermProp property, VTermValue *value, void *user) {
  tillside_emulator *emulator = user;
  switch (property) {
  case VTERM_PROP_CURSORVISIBLE: emulator->facts.cursor_visible = value->boolean; break;
  case VTERM_PROP_MOUSE: emulator->facts.mouse = value->number != VTERM_PROP_MOUSE_NONE; break;
  case VTERM_PROP_ALTSCREEN: emulator->facts.alternate_screen = value->boolean; break;
  case VTERM_PROP_TITLE:
  case VTERM_PROP_ICONNAME: emulator->facts.titles++; break;
  default: break;
  }
  return 1;
}

static int rang(void *user) {
  ((tillside_emulator *)user)->facts.bells++;
  return 1;
}

static int line_scrolled_out(int columns, const VTermScreenCell *cells, void *user) {
  (void)columns, (void)cells;
  ((tillside_emulator *)user)->facts.scrolled_lines++;
  return 1;
}

static const VTermScreenCallbacks callbacks = {
    .settermprop = property_changed, .bell = rang, .sb_pushline = line_scrolled_out};

tillside_emulator *tillside_emulator_new(int rows, int columns) {
  tillside_emulator *emulator = calloc(1, sizeof *emulator);
  if (!emulator) return NULL;
  emulator->terminal = vterm_new(rows, columns);
  if (!emulator->terminal) {
    free(emulator);
    return NULL;
  }
  vterm_set_utf8(emulator->terminal, 1);
  emulator->screen = vterm_obtain_screen(emulator->terminal);
  vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
  vterm_screen_enable_altscreen(emulator->screen, 1);
  vterm_screen_reset(emulator->screen, 1);
  emulator->facts.cursor_visible = true;
  emulator->facts.titles = 0;
  return emulator;
}

void tillside_emulator_free(tillside_emulator *emulator) {
  if (!emulator) return;
  vterm_free(emulator->terminal);
  free(emulator);
}

void tillside_emulator_feed(tillside_emulator *emulator, const uint8_t *bytes, size_t count) {
  vterm_input_write(emulator->terminal, (const char *)bytes, count);
  vterm_screen_flush_damage(emulator->screen);
}

void tillside_emulator_resize(tillside_emulator *emulator, int rows, int columns) {
  vterm_set_size(emulator->terminal, rows, columns);
}

static int palette_index(const VTermColor *color, bool is_default) {
  if (is_default) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

tillside_emulated_cell tillside_emulator_cell(const tillside_emulator *emulator, int row, int column) {
  VTermScreenCell cell;
  tillside_emulated_cell result = {.columns = 1, .foreground = -1, .background = -1};
  VTermPos place = {.row = row, .col = column};
  if (!vterm_screen_get_cell(emulator->screen, place, &cell)) return result;
  memcpy(result.scalars, cell.chars, sizeof result.scalars);
  result.columns = cell.width;
  result.bold = cell.attrs.bold;
  result.underline = cell.attrs.underline != 0;
  result.italic = cell.attrs.italic;
  result.blink = cell.attrs.blink;
  result.reverse = cell.attrs.reverse;
  result.foreground = palette_index(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
  result.background = palette_index(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
  return result;
}

tillside_emulator_facts tillside_emulator_read_facts(const tillside_emulator *emulator) {
  tillside_emulator_facts facts = emulator->facts;
  VTermPos cursor;
  vterm_state_get_cursorpos(vterm_obtain_state(emulator->terminal), &cursor);
  facts.cursor_row = cursor.row;
  facts.cursor_column = cursor.col;
  return facts;
}

void tillside_emulator_key(tillside_emulator *emulator, int key, bool shift, bool alt, bool control) {
  static const VTermKey keys[] = {
      VTERM_KEY_NONE, VTERM_KEY_ENTER, VTERM_KEY_TAB, VTERM_KEY_BACKSPACE, VTERM_KEY_ESCAPE, VTERM_KEY_UP,
      VTERM_KEY_DOWN, VTERM_KEY_LEFT, VTERM_KEY_RIGHT, VTERM_KEY_INS, VTERM_KEY_DEL, VTERM_KEY_HOME, VTERM_KEY_END,
      VTERM_KEY_PAGEUP, VTERM_KEY_PAGEDOWN};
  VTermModifier modifiers =
      (shift ? VTERM_MOD_SHIFT : 0) | (alt ? VTERM_MOD_ALT : 0) | (control ? VTERM_MOD_CTRL : 0);
  if (key > TILLSIDE_KEY_FUNCTION) {
    vterm_keyboard_key(emulator->terminal, VTERM_KEY_FUNCTION(key - TILLSIDE_KEY_FUNCTION), modifiers);
  } else if (key > 0 && key < (int)(sizeof keys / sizeof keys[0])) {
    vterm_keyboard_key(emulator->terminal, keys[key], modifiers);
  }
}

void tillside_emulator_click(tillside_emulator *emulator, int row, int column) {
  // libvterm reports buttons to programs that did not ask for them too.
  if (!emulator->facts.mouse) return;
  vterm_mouse_move(emulator->terminal, row, column, VTERM_MOD_NONE);
  vterm_mouse_button(emulator->terminal, 1, true, VTERM_MOD_NONE);
  vterm_mouse_button(emulator->terminal, 1, false, VTERM_MOD_NONE);
}

void tillside_emulator_paste(tillside_emulator *emulator, bool begins) {
  if (begins) vterm_keyboard_start_paste(emulator->terminal);
  else vterm_keyboard_end_paste(emulator->terminal);
}

size_t tillside_emulator_take(tillside_emulator *emulator, uint8_t *bytes, size_t capacity) {
  return vterm_output_read(emulator->terminal, (char *)bytes, capacity);
}
