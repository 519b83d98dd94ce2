// The words, by language.
#include "shelf.h"

BYTES(strings_de) = {
#embed "Strings/de.strings"
};
BYTES(strings_en_us) = {
#embed "Strings/en-US.strings"
};
BYTES(strings_en) = {
#embed "Strings/en.strings"
};
BYTES(strings_es) = {
#embed "Strings/es.strings"
};

static const struct tillside_resource files[] = {
  ENTRY("Strings/de.strings", strings_de),
  ENTRY("Strings/en-US.strings", strings_en_us),
  ENTRY("Strings/en.strings", strings_en),
  ENTRY("Strings/es.strings", strings_es),
};

const struct shelf tillside_strings = SHELF(files);
