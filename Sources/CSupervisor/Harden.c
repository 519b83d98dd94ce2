#define _GNU_SOURCE
#include "CSupervisor.h"
#include "supervisor.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// What lets an environment reach into a program: the loader's and the allocator's variables.
static int reaches_in(const char *variable) {
  return strncmp(variable, "LD_", 3) == 0 || strncmp(variable, "MALLOC_", 7) == 0 ||
         strncmp(variable, "GLIBC_TUNABLES=", 15) == 0;
}

// In place, so that nothing is allocated; true when something was dropped.
static int drop_reaching_in(char **environment) {
  char **kept = environment;
  int dropped = 0;
  for (char **each = environment; *each != NULL; each++) {
    if (reaches_in(*each)) dropped = 1;
    else *kept++ = *each;
  }
  *kept = NULL;
  return dropped;
}

void supervisor_harden(char **argv, char **environment) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // A crash would open a prompt on the terminal that can read memory.
  setenv("SWIFT_BACKTRACE", "enable=no", 1);
  // The loader has already obeyed what it found: only a new start is free of it. It comes without, so it comes once.
  if (drop_reaching_in(environment)) {
    execve("/proc/self/exe", argv, environment);
    _exit(69);
  }
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // A shared Swift runtime has been set up before us and has its crash handlers in place.
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) signal(crashes[i], SIG_DFL);
}

static int argument_count = 0;
static char **arguments = NULL;

int csupervisor_argument_count(void) { return argument_count; }

const char *csupervisor_argument(int place) {
  return place >= 0 && place < argument_count ? arguments[place] : NULL;
}

__attribute__((constructor(101))) static void before_swift(int argc, char **argv, char **environment) {
  (void)environment;
  argument_count = argc;
  arguments = argv;
  supervisor_hold_descriptors();
  supervisor_harden(argv, environ);
  if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && supervisor_is_full_screen(argc, argv)) supervisor_stay_behind();
}

void csupervisor_keep(void) {}
