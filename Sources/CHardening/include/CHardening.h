#pragma once

#include <stddef.h>
#include <stdint.h>

/// Small doors to the kernel that Swift has no name for: locked pages, wiping, no dumps, and a timer that counts sleep.

/// Readable and writable memory for a secret, all zero: locked into RAM, left out of core files, empty in a forked child,
/// between two pages that trap. NULL when there is no memory. A failed lock is not fatal: ask `chardening_is_locked`.
void *_Nullable chardening_secret_alloc(size_t size);

/// Wipes and unmaps what `chardening_secret_alloc` gave; `size` must be the size asked for. NULL is allowed.
void chardening_secret_free(void *_Nullable secret, size_t size);

/// 1 when the memory of this secret can never be written to swap, else 0.
int chardening_is_locked(const void *_Nonnull secret);

/// How many secrets of `chardening_secret_alloc` are not freed yet, in the whole process.
size_t chardening_secrets_alive(void);

/// Overwrites memory with zeros; never optimised away.
void chardening_wipe(void *_Nonnull memory, size_t size);

/// No core file, no ptrace and no /proc/PID/mem for other processes of the same user. 0, or -1 when one of them failed.
int chardening_refuse_dumps(void);

/// 1 while core files or ptrace by the same user are possible, else 0.
int chardening_is_dumpable(void);

/// 1 when the other end of this local socket belongs to the same user or to root, else 0.
int chardening_peer_is_ours(int socket);

/// Writes a line to the system log as `tillside`, facility authpriv; without a log it is lost.
void chardening_log(const char *_Nonnull line, int is_warning);

/// A timer as a file descriptor, on CLOCK_BOOTTIME so that suspend counts; non-blocking, close-on-exec; -1 and errno.
int chardening_timerfd_open(void);

/// Makes the timer readable once after so many nanoseconds; 0 or less disarms it. 0, or -1 and errno.
int chardening_timerfd_arm(int timer, int64_t nanoseconds);

/// Nanoseconds since the machine started, sleep included.
int64_t chardening_boottime(void);

/// A counter to poll, for waking a loop from another thread: write 8 bytes to it, read 8 bytes to lower it; -1 and errno.
int chardening_eventfd_open(void);

/// From now on each of these signals writes one byte, its number, to a pipe; answers the end to read, non-blocking.
/// There is one such pipe in a process. -1 and errno.
int chardening_signals_open(const int *_Nonnull signals, int count);

/// Gives these signals their default effect back and closes the pipe.
void chardening_signals_close(int reader, const int *_Nonnull signals, int count);

/// Ignores these signals, in this process and in what it starts.
void chardening_signals_ignore(const int *_Nonnull signals, int count);
