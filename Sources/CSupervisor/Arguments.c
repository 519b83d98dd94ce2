#include "supervisor.h"

#include <string.h>

static int is_one_of(const char *word, const char *const *words) {
  for (; *words != NULL; words++) {
    if (strcmp(word, *words) == 0) return 1;
  }
  return 0;
}

// In doubt there is a supervisor: it does nothing when a program ends by itself.
int supervisor_is_full_screen(int argc, char **argv) {
  static const char *const with_value[] = {"--config", "--state", "--theme", "--lang", "--practice-at", NULL};
  static const char *const answers[] = {"--help", "-h", "--version", "--generate-completion-script", NULL};
  static const char *const other_verbs[] = {"play", "check", "doctor",    "sign-out", "profile",
                                            "purge", "help",  "hierarchy", "keys", "settings", NULL};
  for (int i = 1; i < argc; i++) {
    if (is_one_of(argv[i], answers)) return 0;
    if (is_one_of(argv[i], with_value)) i++;
    else if (argv[i][0] != '-') return !is_one_of(argv[i], other_verbs);
  }
  return 1;
}
