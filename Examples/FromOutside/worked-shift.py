#!/usr/bin/env python3
"""Tillside led by Python and pyte: sign in with the practice phone, complete a task, sign out.

--clock and --seed give the same store, the same code and the same times on every run.
Usage: TILLSIDE=path/of/tillside python3 worked-shift.py
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import sys
import tempfile
import termios
import time

import pyte


class Till:
    """A program on a pty, and its screen."""

    def __init__(self, command):
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # pyte knows nothing of the scrolling that xterm's description promises.
            os.environ["TERM"] = "rxvt"
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def press(self, keys):
        os.write(self.terminal, keys)

    def see(self, text, patience=60):
        end = time.monotonic() + patience
        while not any(text in row for row in self.screen.display):
            if time.monotonic() > end:
                sys.exit("not seen: " + text + "\n" + "\n".join(self.screen.display))
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.stream.feed(os.read(self.terminal, 65536))

    def end(self):
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def main():
    state = tempfile.mkdtemp()
    till = Till([
        os.environ.get("TILLSIDE", "tillside"), "run", "--practice", "--state", state,
        "--clock", "2026-11-25T09:41:00Z", "--seed", "1"])
    try:
        till.see("Account")
        till.press(b"mei\x1b[19~")
        till.see("Whose phone is it?")
        till.see("Q R H   8 X 4   G 4 R")
        till.press(b"\r")
        till.see("Are you trying to sign in to")
        till.press(b"\r")
        till.see("1 My tasks 7")
        till.press(b" ")
        till.see("1 My tasks 6")
        till.press(b"\x1b[21~")
        till.see("Sign out?")
        till.press(b"\r")
        till.see("Signed out at 09:4")
        till.press(b"\r")
        till.see("nobody signed in")
        till.press(b"\x03\x03")
        code = till.end()
    finally:
        shutil.rmtree(state, ignore_errors=True)
    print("a task completed, exit code", code)
    sys.exit(code)


main()
