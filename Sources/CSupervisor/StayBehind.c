#define _GNU_SOURCE
#include "supervisor.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { stop_patience = 2, end_patience = 5 };

// What the parent knows of its child. Deadlines are seconds of the boot clock; 0 is none.
struct watch {
  pid_t child;
  time_t stopped_until;
  time_t ended_until;
  int was_stopped;
};

static time_t seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return now.tv_sec;
}

// The terminal sends its signals to the whole group; those need no second delivery.
static void forward(struct watch *watch, const siginfo_t *info) {
  switch (info->si_signo) {
  case SIGINT:
  case SIGQUIT:
    if (info->si_code == SI_KERNEL) return;
    break;
  case SIGHUP:
  case SIGTERM: break;
  default: return;
  }
  kill(watch->child, info->si_signo);
  if (watch->ended_until == 0) watch->ended_until = seconds() + end_patience;
}

// True once the child has ended; its status is in `status`.
static int has_ended(struct watch *watch, int *status) {
  for (;;) {
    pid_t who = waitpid(watch->child, status, WNOHANG | WUNTRACED | WCONTINUED);
    if (who == 0) return 0;
    if (who < 0) {
      if (errno == EINTR) continue;
      *status = SIGKILL;
      return 1;
    }
    if (WIFSTOPPED(*status)) watch->stopped_until = seconds() + stop_patience;
    else if (WIFCONTINUED(*status)) watch->stopped_until = 0;
    else return 1;
  }
}

static void lose_patience(struct watch *watch) {
  time_t now = seconds();
  if (watch->stopped_until != 0 && now > watch->stopped_until) watch->was_stopped = 1;
  else if (watch->ended_until == 0 || now <= watch->ended_until) return;
  kill(watch->child, SIGKILL);
}

static int wait_for_end(struct watch *watch, const sigset_t *all) {
  int status;
  while (!has_ended(watch, &status)) {
    struct timespec second = {1, 0};
    int is_waiting = watch->stopped_until != 0 || watch->ended_until != 0;
    siginfo_t info;
    if (sigtimedwait(all, &info, is_waiting ? &second : NULL) > 0) forward(watch, &info);
    lose_patience(watch);
  }
  return status;
}

_Noreturn static void stay(pid_t child, const struct termios *saved, const sigset_t *all) {
  close_range(STDERR_FILENO + 1, ~0U, 0);
  if (chdir("/") != 0) _exit(69);
  prctl(PR_SET_NAME, "tillside-watch", 0, 0, 0);
  struct watch watch = {.child = child};
  int status = wait_for_end(&watch, all);
  int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (signal != 0) supervisor_clear_screen((struct supervisor_ending){signal, watch.was_stopped});
  supervisor_restore_line(saved);
  _exit(signal != 0 ? 128 + signal : WEXITSTATUS(status));
}

void supervisor_stay_behind(void) {
  struct termios saved;
  if (tcgetattr(STDIN_FILENO, &saved) != 0) return;
  // Neither may be stopped: the shell would stand there beside the page. Ignored is inherited.
  signal(SIGTSTP, SIG_IGN);
  signal(SIGTTIN, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  pid_t parent = getpid(), child = fork();
  if (child > 0) stay(child, &saved, &all);
  // Without a child there is no supervisor, and the program is still better than none.
  if (child == 0) {
    // Without its parent nobody else can clean up: the program signs out, empties the screen and ends.
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    if (getppid() != parent) _exit(128 + SIGKILL);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
}
