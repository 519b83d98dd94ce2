#define _GNU_SOURCE
#include "CHardening.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

int chardening_eventfd_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

// A handler may do little more than write: each signal becomes a byte in a pipe that the loop polls.
static atomic_int pipe_end = -1;

static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  int end = atomic_load(&pipe_end);
  if (end >= 0 && write(end, &byte, 1) < 0) {
    // A full pipe already holds 64 Ki signals.
  }
  errno = saved;
}

int chardening_signals_open(const int *signals, int count) {
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  atomic_store(&pipe_end, ends[1]);
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int i = 0; i < count; i++) {
    sigaction(signals[i], &action, NULL);
    sigaddset(&wanted, signals[i]);
  }
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  return ends[0];
}

void chardening_signals_close(int reader, const int *signals, int count) {
  for (int i = 0; i < count; i++) signal(signals[i], SIG_DFL);
  close(atomic_exchange(&pipe_end, -1));
  close(reader);
}

void chardening_signals_ignore(const int *signals, int count) {
  for (int i = 0; i < count; i++) signal(signals[i], SIG_IGN);
}
