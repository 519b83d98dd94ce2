#!/usr/bin/env python3
"""hostile.py PROBE [--every N] [--only tmux|pyte]: holds every Unicode scalar and the hostile texts against tmux and pyte.

The probe draws them between guard cells through the program's own sanitiser and terminal; a guard that moved, was
overwritten or was left behind is a failure. Prints how many scalars, texts and guards were looked at. Exit code 1 on any.
"""
import argparse
import json
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

import pyte

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ACROSS, DOWN, STEP = 20, 23, 4
PER_PAGE = ACROSS * DOWN
SCALAR_PAGES = -(-0x110000 // PER_PAGE)
DOWN_KEY = b"\x1b[B"


def texts():
    """Every string of the hostile world, and bytes that are no UTF-8."""
    found = []

    def walk(value):
        if isinstance(value, str):
            found.append(value.encode("utf-8", "surrogatepass"))
        elif isinstance(value, dict):
            for key, below in value.items():
                found.append(key.encode())
                walk(below)
        elif isinstance(value, list):
            for below in value:
                walk(below)

    walk(json.loads((ROOT / "Resources/Scenarios/hostile-text.json").read_text()))
    ill_formed = [b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xed\xa0\x80", b"\xfe\xff", b"\x9b2J", b"\xe2\x82", b"\xf0\x9f\x98",
                  b"\xc0\x9b2J", b"a\x80b", b"\xf8\x88\x80\x80\x80"]
    # Letters with a sign beside them, whose columns terminals count differently; then none, to see what stays behind.
    spread = ["दूध की जाँच करो, पानी और चाय का सामान गिनो, गोदाम की चाबी रखो", "কাজের তালিকা কোথায়", "பால் கொண்டு வா",
              "ಹಾಲು", "പാൽ കൊണ്ടുവരിക", "ကာကီ", "a\u093e\u093e\u093e", "का" * 60, "का\u093e\u0940" * 30]
    found += [text.encode() for pair in spread for text in (pair, "x" + pair)]
    return [text.replace(b"\0", b"") for text in dict.fromkeys(found + ill_formed) if text.replace(b"\0", b"")]


class Tmux:
    """The probe in a pane of a tmux server of its own."""

    def __init__(self, command, environment):
        self.socket = f"hostile-{os.getpid()}"
        words = ["env"] + [f"{name}={value}" for name, value in environment.items()] + command
        self.call("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", " ".join(words))
        self.call("set", "-g", "status", "off")

    def call(self, *words):
        done = subprocess.run(["tmux", "-u", "-L", self.socket, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def press(self):
        self.call("send-keys", "Down")

    def rows(self):
        return [row.ljust(80) for row in (self.call("capture-pane", "-p", "-N").splitlines() + [""] * 24)[:24]]

    def end(self):
        self.call("kill-server")


class Pyte:
    """The probe on a pty, read by pyte."""

    def __init__(self, command, environment):
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execvpe(command[0], command, environment | {"PATH": "/usr/bin:/bin"})
        import fcntl, struct, termios
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def press(self):
        os.write(self.terminal, DOWN_KEY)

    def rows(self):
        while select.select([self.terminal], [], [], 0.002)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            if not data:
                break
            self.stream.feed(data)
        return self.screen.display

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.child, 0)


def shows(terminal, label):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        rows = terminal.rows()
        if rows[23].rstrip() == label:
            return rows
    raise SystemExit(f"the page '{label}' never came; the screen is:\n" + "\n".join(terminal.rows()))


def strays(rows, page, corpus):
    """Guards that are missing, and guards that stand where none was put."""
    if page < SCALAR_PAGES:
        wanted = [ACROSS] * DOWN
        left = [0] * DOWN
    else:
        text = corpus[page - SCALAR_PAGES]
        wanted = [80 if row % 2 else None for row in range(DOWN)]
        left = [0 if row % 2 else None for row in range(DOWN)]
        if b"|" not in text and b"!" not in text:
            wanted = [80 if row % 2 else 5 for row in range(DOWN)]
            left = [0] * DOWN
    found = []
    for row in range(DOWN):
        if wanted[row] is not None and (rows[row].count("!") != wanted[row] or rows[row].count("|") != left[row]):
            found.append((row, rows[row]))
    return found


def hold(kind, probe, corpus, every, texts_file):
    environment = {"TERM": "xterm-256color" if kind is Pyte else "tmux-256color", "LANG": "C.UTF-8", "GUARDS": "0",
                   "TEXTS": texts_file, "ESCDELAY": "25"}
    terminal = kind([probe], environment)
    failures, pages = 0, 0
    begin = time.monotonic()
    try:
        shows(terminal, "guards 0 1")
        for page in range(SCALAR_PAGES + len(corpus)):
            terminal.press()
            rows = shows(terminal, f"guards {page} 2")
            pages += 1
            for row, text in strays(rows, page, corpus):
                failures += 1
                what = f"U+{page * PER_PAGE + row * ACROSS:04X} and on" if page < SCALAR_PAGES else repr(
                    corpus[page - SCALAR_PAGES])
                print(f"{kind.__name__.lower()}: row {row} of page {page}, {what}: {text!r}")
            terminal.press()
            if every and pages >= every:
                break
            if page + 1 < SCALAR_PAGES + len(corpus):
                shows(terminal, f"guards {page + 1} 1")
    finally:
        terminal.end()
    scalars = min(pages, SCALAR_PAGES) * PER_PAGE
    held = min(scalars, 0x110000) - (0x800 if scalars > 0xDFFF else 0)
    print(f"{kind.__name__.lower()}: {held} scalars, {max(0, pages - SCALAR_PAGES)} texts, {pages * DOWN} rows of guards, "
          f"{failures} wrong, {time.monotonic() - begin:.0f} s")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("probe")
    parser.add_argument("--every", type=int, default=0, help="stop after so many pages")
    parser.add_argument("--only", choices=["tmux", "pyte"])
    words = parser.parse_args()
    corpus = texts()
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"\0".join(corpus))
        file.flush()
        kinds = [kind for kind in (Tmux, Pyte) if words.only in (None, kind.__name__.lower())]
        failures = sum(hold(kind, os.path.abspath(words.probe), corpus, words.every, file.name) for kind in kinds)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
