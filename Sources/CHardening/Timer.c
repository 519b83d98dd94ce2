#define _GNU_SOURCE
#include "CHardening.h"

#include <sys/timerfd.h>
#include <time.h>

enum { nanoseconds_in_second = 1000000000 };

int chardening_timerfd_open(void) { return timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC); }

int chardening_timerfd_arm(int timer, int64_t nanoseconds) {
  struct itimerspec when = {0};
  if (nanoseconds > 0) {
    when.it_value.tv_sec = nanoseconds / nanoseconds_in_second;
    when.it_value.tv_nsec = nanoseconds % nanoseconds_in_second;
  }
  return timerfd_settime(timer, 0, &when, NULL);
}

int64_t chardening_boottime(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) return 0;
  return (int64_t)now.tv_sec * nanoseconds_in_second + now.tv_nsec;
}
