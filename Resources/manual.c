// Pages of the manual.
#include "shelf.h"

BYTES(manual_administration) = {
#embed "Manual/administration.md"
};
BYTES(manual_tapes) = {
#embed "Manual/tapes.md"
};

static const struct tillside_resource files[] = {
  ENTRY("Manual/administration.md", manual_administration),
  ENTRY("Manual/tapes.md", manual_tapes),
};

const struct shelf tillside_manual = SHELF(files);
