#include "CHardening.h"

#include <syslog.h>

void chardening_log(const char *line, int is_warning) {
  openlog("tillside", LOG_PID, LOG_AUTHPRIV);
  syslog(is_warning ? LOG_WARNING : LOG_NOTICE, "%s", line);
}
