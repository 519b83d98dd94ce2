#define _GNU_SOURCE
#include "CVTerm.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// Between fork and exec only async-signal-safe calls: the caller has other threads.
static void become_program(
    const char *path, char *const *arguments, char *const *environment, const char *directory, int slave, int control,
    int report) {
  struct sigaction plain = {.sa_handler = SIG_DFL};
  for (int number = 1; number < 32; number++) sigaction(number, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Above what is about to be replaced.
  report = fcntl(report, F_DUPFD_CLOEXEC, 10);
  if (control >= 0) control = fcntl(control, F_DUPFD_CLOEXEC, 10);
  slave = fcntl(slave, F_DUPFD_CLOEXEC, 10);
  if (setsid() < 0 || ioctl(slave, TIOCSCTTY, 0) < 0) goto failed;
  for (int number = 0; number <= 2; number++)
    if (dup2(slave, number) < 0) goto failed;
  if (control >= 0) {
    if (dup2(control, 3) < 0) goto failed;
  } else {
    close(3);
  }
  for (int number = 4; number < 1024; number++)
    if (number != report) close(number);
  if (directory && chdir(directory) < 0) goto failed;
  execve(path, arguments, environment);
failed:;
  int reason = errno;
  if (write(report, &reason, sizeof reason) < 0) _exit(126);
  _exit(127);
}

int tillside_pty_spawn(
    const char *path, char *const *arguments, char *const *environment, const char *directory, int rows, int columns,
    int control, int *master, pid_t *process) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  int slave, report[2];
  if (openpty(master, &slave, NULL, NULL, &size) < 0) return errno;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(slave, F_SETFD, FD_CLOEXEC);
  int reason = 0;
  if (pipe2(report, O_CLOEXEC) < 0) {
    reason = errno;
    close(slave), close(*master);
    return reason;
  }
  *process = fork();
  if (*process == 0) become_program(path, arguments, environment, directory, slave, control, report[1]);
  if (*process < 0) reason = errno;
  close(slave), close(report[1]);
  if (*process > 0) {
    ssize_t count;
    do count = read(report[0], &reason, sizeof reason);
    while (count < 0 && errno == EINTR);
    if (count <= 0) reason = 0;
    else waitpid(*process, NULL, 0);
  }
  close(report[0]);
  if (reason) close(*master);
  return reason;
}

int tillside_pty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(master, TIOCSWINSZ, &size) < 0 ? errno : 0;
}

bool tillside_pty_is_cooked(int master) {
  struct termios line;
  if (tcgetattr(master, &line) < 0) return false;
  return (line.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG);
}
