#include "resources.h"

#include <string.h>

#include "shelf.h"

static const struct shelf *const shelves[] = {
  &tillside_strings, &tillside_manual, &tillside_scenarios, &tillside_head_office_tapes,
  &tillside_session_tapes, &tillside_work_tapes,
};

static const size_t shelf_count = sizeof shelves / sizeof shelves[0];

size_t tillside_resource_count(void) {
  size_t count = 0;
  for (size_t shelf = 0; shelf < shelf_count; shelf++) count += shelves[shelf]->count;
  return count;
}

const struct tillside_resource *tillside_resource_at(size_t index) {
  for (size_t shelf = 0; shelf < shelf_count; shelf++) {
    if (index < shelves[shelf]->count) return &shelves[shelf]->files[index];
    index -= shelves[shelf]->count;
  }
  return NULL;
}

const struct tillside_resource *tillside_resource_named(const char *name) {
  for (size_t shelf = 0; shelf < shelf_count; shelf++) {
    for (size_t index = 0; index < shelves[shelf]->count; index++) {
      if (strcmp(shelves[shelf]->files[index].name, name) == 0) return &shelves[shelf]->files[index];
    }
  }
  return NULL;
}
