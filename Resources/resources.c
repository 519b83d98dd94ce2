#include "resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// To add a file: its bytes here, its name in the table below. A test compares the table with the folders.
#define BYTES(symbol) static const unsigned char symbol[]

BYTES(scenario_contoso_retail) = {
#embed "Scenarios/contoso-retail.json"
};

BYTES(strings_en) = {
#embed "Strings/en.strings"
};

BYTES(tape_sign_in_code) = {
#embed "Tapes/sign-in-code.tape"
};

BYTES(tape_sign_in_offline) = {
#embed "Tapes/sign-in-offline.tape"
};

BYTES(tape_start_help) = {
#embed "Tapes/start-help.tape"
};

BYTES(tape_idle_lock) = {
#embed "Tapes/idle-lock.tape"
};

BYTES(tape_offline_edit) = {
#embed "Tapes/offline-edit.tape"
};

BYTES(tape_shift) = {
#embed "Tapes/shift.tape"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}

static const struct tillside_resource table[] = {
  ENTRY("Scenarios/contoso-retail.json", scenario_contoso_retail),
  ENTRY("Strings/en.strings", strings_en),
  ENTRY("Tapes/idle-lock.tape", tape_idle_lock),
  ENTRY("Tapes/offline-edit.tape", tape_offline_edit),
  ENTRY("Tapes/sign-in-code.tape", tape_sign_in_code),
  ENTRY("Tapes/sign-in-offline.tape", tape_sign_in_offline),
  ENTRY("Tapes/shift.tape", tape_shift),
  ENTRY("Tapes/start-help.tape", tape_start_help),
};

static const size_t count = sizeof table / sizeof table[0];

size_t tillside_resource_count(void) { return count; }

const struct tillside_resource *tillside_resource_at(size_t index) {
  return index < count ? &table[index] : NULL;
}

const struct tillside_resource *tillside_resource_named(const char *name) {
  for (size_t index = 0; index < count; index++) {
    if (strcmp(table[index].name, name) == 0) return &table[index];
  }
  return NULL;
}
