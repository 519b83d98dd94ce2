#define _GNU_SOURCE
#include "CHardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

int chardening_refuse_dumps(void) {
  struct rlimit none = {0, 0};
  int limited = setrlimit(RLIMIT_CORE, &none);
  int closed = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  return limited == 0 && closed == 0 ? 0 : -1;
}

int chardening_is_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0; }
