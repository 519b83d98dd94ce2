#define _GNU_SOURCE
#include "CSupervisor.h"
#include "supervisor.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { output_lost = 74 };

void supervisor_hold_descriptors(void) {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free one is the one that is missing. Nothing can be written to standard output all the same.
    if (open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY) < 0) _exit(69);
  }
}

// Who started the program may have had SIGPIPE ignored: then writing to a reader who has enough fails instead of ending it.
static int reader_left(void) {
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

static void tell_lost(int status, void *line) {
  int is_lost = (fflush(stdout) != 0 || ferror(stdout)) && !reader_left();
  if (status != 0 || !is_lost) return;
  if (write(STDERR_FILENO, line, strlen(line)) < 0) _exit(output_lost);
  _exit(output_lost);
}

void csupervisor_output_must_arrive(const char *line) {
  char *kept = strdup(line);
  if (kept != NULL) on_exit(tell_lost, kept);
}
