#!/usr/bin/env python3
"""Writes the table of scalars on whose width independent readers agree.

glibc, Python's wcwidth, the older one of the distribution, libvterm and tmux are asked about every assigned scalar: what
Unicode has changed its mind about must not be drawn either. Only where all say the same
(1, 2, or 0 for a combining mark) may a scalar reach a terminal; everything else is drawn as a middle dot.

Run: python3 Tools/widths/measure.py > Sources/Terminal/Text/ScalarWidths.swift
Needs: tmux, libvterm0, the newest wcwidth from PyPI, and python3-wcwidth of the distribution.
"""

import ctypes
import locale
import os
import subprocess
import sys
import tempfile
import unicodedata

import wcwidth

# Controls, format characters, surrogates, private use, unassigned, line and paragraph separators.
REFUSED_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Assigned, yet nothing to see: fillers, a joiner, blank braille, inherent vowels, variation selectors.
INVISIBLE = (
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180F, 0x2800, 0x3164, 0xFFA0}
    | set(range(0x180B, 0x180F))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0100, 0xE01F0))
)
REFUSED, NARROW, WIDE, MARK = 0, 1, 2, 3


def candidates():
    for value in range(0x20, 0x110000):
        category = unicodedata.category(chr(value))
        if category not in REFUSED_CATEGORIES and value not in INVISIBLE:
            yield value, category in ("Mn", "Me")


def glibc():
    """Asks the C library in its C.UTF-8 locale."""
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    library = ctypes.CDLL(None)
    library.wcwidth.argtypes = [ctypes.c_wchar]
    return lambda value, mark: library.wcwidth(chr(value))


def python():
    """Asks the wcwidth package; a mark is measured on a base, as terminals see it."""
    return lambda value, mark: wcwidth.wcswidth("a" + chr(value)) - 1 if mark else wcwidth.wcwidth(chr(value))


# Runs in the distribution's own Python, whose tables are those of an older Unicode.
OLDER = r"""
import sys, wcwidth
print(wcwidth.__version__)
for line in sys.stdin:
    value, mark = map(int, line.split())
    print(wcwidth.wcswidth("a" + chr(value)) - 1 if mark else wcwidth.wcwidth(chr(value)))
"""


def older(asked):
    """Asks the wcwidth of the distribution; answers the reader and its version."""
    text = "".join(f"{value} {int(mark)}\n" for value, mark in asked)
    done = subprocess.run(["/usr/bin/python3", "-c", OLDER], input=text, capture_output=True, text=True, check=True)
    version, *widths = done.stdout.split()
    found = dict(zip((value for value, _ in asked), map(int, widths)))
    return (lambda value, mark: found[value]), version


class Place(ctypes.Structure):
    """libvterm's VTermPos."""

    _fields_ = [("row", ctypes.c_int), ("column", ctypes.c_int)]


def libvterm():
    """Writes to a terminal in memory and reads the cursor."""
    library = ctypes.CDLL("libvterm.so.0")
    library.vterm_new.restype = ctypes.c_void_p
    library.vterm_obtain_state.restype = ctypes.c_void_p
    library.vterm_obtain_state.argtypes = [ctypes.c_void_p]
    library.vterm_set_utf8.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.vterm_state_reset.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.vterm_input_write.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    library.vterm_state_get_cursorpos.argtypes = [ctypes.c_void_p, ctypes.POINTER(Place)]
    terminal = library.vterm_new(24, 80)
    library.vterm_set_utf8(terminal, 1)
    state = library.vterm_obtain_state(terminal)
    library.vterm_state_reset(state, 1)

    def width(value, mark):
        text = ("\r" + "a" + chr(value)).encode()
        library.vterm_input_write(terminal, text, len(text))
        place = Place()
        library.vterm_state_get_cursorpos(state, ctypes.byref(place))
        return place.column - 1

    return width


# Runs inside tmux: writes each text and asks the terminal where the cursor went.
INSIDE = r"""
import os, re, sys, termios, tty
source, answers = sys.argv[1:]
tty.setraw(0, termios.TCSANOW)
texts = open(source, encoding="utf-8").read().split("\n")
heard = b""
with open(answers, "w") as out:
    for start in range(0, len(texts), 200):
        batch = texts[start:start + 200]
        os.write(1, "".join("\r\x1b[Ka" + text + "\x1b[6n" for text in batch).encode())
        found = []
        while len(found) < len(batch):
            heard += os.read(0, 65536)
            found = re.findall(rb"\x1b\[\d+;(\d+)R", heard)
        heard = b""
        out.writelines("%d\n" % (int(column) - 2) for column in found)
"""


def tmux(asked):
    """Asks tmux, all scalars in one session of a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name) for name in ("inside.py", "texts", "answers", "socket")}
        with open(paths["inside.py"], "w") as file:
            file.write(INSIDE)
        with open(paths["texts"], "w", encoding="utf-8") as file:
            file.write("\n".join(chr(value) for value, _ in asked))
        command = f"{sys.executable} {paths['inside.py']} {paths['texts']} {paths['answers']}; tmux wait-for -S done"
        server = ["tmux", "-u", "-S", paths["socket"], "-f", "/dev/null"]
        world = dict(os.environ, LC_ALL="C.UTF-8")
        subprocess.run(server + ["new-session", "-d", "-x", "80", "-y", "24", command], check=True, env=world)
        subprocess.run(server + ["wait-for", "done"], check=True, env=world)
        with open(paths["answers"]) as file:
            widths = dict(zip((value for value, _ in asked), map(int, file)))
    return lambda value, mark: widths[value]


def agreed(readers, value, mark):
    widths = {reader(value, mark) for reader in readers}
    if widths == {0} and mark:
        return MARK
    if len(widths) == 1 and not mark and widths <= {NARROW, WIDE}:
        return widths.pop()
    return REFUSED


def main():
    asked = list(candidates())
    before, version = older(asked)
    readers = [glibc(), python(), before, libvterm(), tmux(asked)]
    found = {value: agreed(readers, value, mark) for value, mark in asked}
    changes, current = [], REFUSED
    for value in range(0x110001):
        now = found.get(value, REFUSED)
        if now != current:
            changes.append(value << 2 | now)
            current = now
    counts = {kind: sum(1 for answer in found.values() if answer == kind) for kind in range(4)}
    print("// Written by Tools/widths/measure.py; do not edit.")
    library = os.confstr("CS_GNU_LIBC_VERSION").split()[1]
    print(f"// Asked: glibc {library}, wcwidth {wcwidth.__version__} and {version}, libvterm, tmux.")
    print(f"// Agreed: {counts[NARROW]} narrow, {counts[WIDE]} wide, {counts[MARK]} marks; refused {counts[REFUSED]} assigned.")
    print()
    print("/// Where the width of scalars changes: each entry is the first scalar of a run, shifted left by 2, and the run's kind")
    print("/// (0 not drawn, 1 narrow, 2 wide, 3 combining mark).")
    print("let scalarWidths: [UInt32] = [")
    for start in range(0, len(changes), 14):
        print("  " + ", ".join(f"{entry}" for entry in changes[start:start + 14]) + ",")
    print("]")


main()
