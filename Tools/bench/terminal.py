"""A program on a pty, timed from outside: when bytes arrive, how many, and what it costs to be there."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

import pyte

QUIET = 0.04


class Program:
    """A program running on a pty of its own."""

    def __init__(self, command, columns=80, rows=24, environment=None):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.clear()
            os.environ.update(environment or {})
            time.sleep(0.02)
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started += 0.02

    def read(self, timeout):
        """Bytes that arrive within the time, fed to the screen; empty when none do."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return b""
        self.last = time.perf_counter()
        self.stream.feed(data)
        return data

    def until(self, marker, limit=60, marked=False):
        """Seconds from start until the text stands on the screen; `marked` keeps the moment of its last byte."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if any(marker in line for line in self.screen.display):
                if marked:
                    self.marked = self.last
                return self.last - self.started
            self.read(0.5)
        raise SystemExit(f"never seen: {marker!r}\n" + "\n".join(self.screen.display))

    def settle(self, quiet=QUIET):
        """Reads until nothing comes for a while; answers the bytes."""
        data = b""
        while chunk := self.read(quiet):
            data += chunk
        return data

    def press(self, keys):
        """Sends keys; answers milliseconds to the last byte of what they cause, and how many bytes."""
        sent = time.perf_counter()
        os.write(self.fd, keys)
        data = self.settle()
        return ((self.last - sent) * 1000 if data else 0.0), len(data)

    def family(self):
        """The process and everything below it."""
        found, queue = [], [self.pid]
        while queue:
            pid = queue.pop()
            found.append(pid)
            try:
                with open(f"/proc/{pid}/task/{pid}/children") as file:
                    queue += [int(child) for child in file.read().split()]
            except OSError:
                pass
        return found

    def memory(self):
        """Sum of the proportional set sizes of all its processes, in MB."""
        total = 0
        for pid in self.family():
            with open(f"/proc/{pid}/smaps_rollup") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        return total / 1024

    def idle(self, seconds):
        """CPU milliseconds, and voluntary wake-ups of main threads and of all others, while nobody does anything."""

        def reading():
            ticks, own, pool = 0, 0, 0
            for pid in self.family():
                with open(f"/proc/{pid}/stat") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
                    ticks += int(fields[11]) + int(fields[12])
                for task in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{task}/status") as file:
                        switches = sum(
                            int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt_switches"))
                    if int(task) == pid:
                        own += switches
                    else:
                        pool += switches
            return ticks, own, pool

        before = reading()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(max(0.01, end - time.perf_counter()))
        after = reading()
        ticks, own, pool = (late - early for late, early in zip(after, before))
        return ticks * 1000 / os.sysconf("SC_CLK_TCK"), own, pool

    def close(self):
        for pid in self.family():
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)
