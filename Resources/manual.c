// Pages of the manual.
#include "shelf.h"

BYTES(manual_administration) = {
#embed "Manual/administration.md"
};
BYTES(manual_practice_cloud) = {
#embed "Manual/practice-cloud.md"
};
BYTES(manual_tapes) = {
#embed "Manual/tapes.md"
};
BYTES(manual_training) = {
#embed "Manual/training.md"
};

static const struct tillside_resource files[] = {
  ENTRY("Manual/administration.md", manual_administration),
  ENTRY("Manual/practice-cloud.md", manual_practice_cloud),
  ENTRY("Manual/tapes.md", manual_tapes),
  ENTRY("Manual/training.md", manual_training),
};

const struct shelf tillside_manual = SHELF(files);
