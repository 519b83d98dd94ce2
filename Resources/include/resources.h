#pragma once
#include <stddef.h>

/// One file below `Resources`, kept in the program itself; its bytes are not ended by a zero.
struct tillside_resource {
  /// Path below `Resources` with `/`: `Scenarios/contoso-retail.json`.
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// How many files there are.
size_t tillside_resource_count(void);

/// The file at a place among all of them, which stand by kind; NULL beyond their end.
const struct tillside_resource *tillside_resource_at(size_t index);

/// The file of that name; NULL when there is none.
const struct tillside_resource *tillside_resource_named(const char *name);
