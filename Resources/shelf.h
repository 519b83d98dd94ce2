#pragma once
#include "resources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

/// Files of one kind. To add a file: its bytes and an entry in the shelf of its kind; a test compares the shelves with
/// the folders.
struct shelf {
  const struct tillside_resource *files;
  size_t count;
};

#define BYTES(symbol) static const unsigned char symbol[]
#define ENTRY(name, symbol) {name, symbol, sizeof symbol}
#define SHELF(files) {files, sizeof files / sizeof files[0]}

extern const struct shelf tillside_manual;
extern const struct shelf tillside_scenarios;
extern const struct shelf tillside_strings;
extern const struct shelf tillside_head_office_tapes;
extern const struct shelf tillside_session_tapes;
extern const struct shelf tillside_work_tapes;
