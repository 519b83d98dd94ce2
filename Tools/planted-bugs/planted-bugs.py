#!/usr/bin/env python3
"""Plants one bug after the other into the sync machine and lets the simulation find it.

usage: planted-bugs.py [NAME-PART...]

Each bug of bugs.txt is put into a copy of Sources/TaskSync, which is compiled alone and linked with the simulation; the
simulation then walks seed after seed: short walks, and where they do not find it, long ones. Prints the seed that caught it. Ends with 1 when a bug gets away, or when the
machine without bugs breaks a promise. Takes a quarter of an hour on one core.
"""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHORT, LONG = ("200", "0", "4000"), ("3000", "1000", "1700")
FLAGS = ["-parse-as-library", "-swift-version", "6"] + [
    word for feature in ("ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility")
    for word in ("-enable-upcoming-feature", feature)]


def bugs():
    """Name, file and pairs of texts of each bug."""
    found = []
    for block in open(os.path.join(HERE, "bugs.txt")).read().split("\n= ")[1:]:
        lines = block.split("\n")
        pairs, last = [], ""
        for line in lines[2:]:
            mark, text = line[:1], line[1:]
            if mark not in "-+" or not mark:
                continue
            if mark == "-" and last != "-":
                pairs.append(([], []))
            pairs[-1][mark == "+"].append(text)
            last = mark
        found.append((lines[0], lines[1].removeprefix("@ "), [("\n".join(a), "\n".join(b)) for a, b in pairs]))
    return found


def sources(folder):
    return [os.path.join(path, name) for path, _, names in os.walk(folder) for name in sorted(names)
            if name.endswith(".swift")]


class Workshop:
    """A folder in which the modules are compiled."""

    def __init__(self, folder):
        self.folder = folder

    def swiftc(self, *words):
        done = subprocess.run(["swiftc", *words], cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit("planted-bugs: does not compile:\n" + done.stderr[-2000:])

    def module(self, name, files):
        self.swiftc(*FLAGS, "-O", "-wmo", "-I", ".", "-module-name", name, "-emit-module", "-emit-module-path", name + ".swiftmodule",
                    "-c", *files, "-o", name + ".o")

    def parts(self):
        """The machine in one object for each file; unoptimised, as most bugs are caught at once."""
        files = [os.path.abspath(file) for file in sources(ROOT + "/Sources/TaskSync")]
        os.mkdir(os.path.join(self.folder, "parts"))
        self.swiftc("-working-directory", os.path.join(self.folder, "parts"), *FLAGS, "-Onone", "-I", "..",
                    "-module-name", "TaskSync", "-c", *files)

    def planted(self, folder, file):
        """The objects of the machine with one file of another folder: only that one is compiled."""
        path = os.path.join(folder, file)
        others = [other for other in sources(folder) if other != path]
        self.swiftc("-frontend", "-c", "-primary-file", path, *others, *FLAGS, "-Onone", "-I", ".",
                    "-module-name", "TaskSync", "-o", "planted.o")
        part = os.path.basename(file).removesuffix(".swift") + ".o"
        return ["planted.o"] + ["parts/" + name for name in os.listdir(os.path.join(self.folder, "parts"))
                                if name != part]

    def walk(self, *sync, length=SHORT):
        """What the simulation says of the machine compiled into the objects given."""
        self.swiftc("StoreModel.o", *sync, "SyncSimulation.o", "Walk.o", "-o", "walk")
        return subprocess.run(["./walk", *length], cwd=self.folder, capture_output=True, text=True).stdout.strip()


def main():
    parts = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix="planted-bugs-")
    try:
        shop = Workshop(folder)
        shop.module("StoreModel", sources(ROOT + "/Sources/StoreModel"))
        shop.module("TaskSync", sources(ROOT + "/Sources/TaskSync"))
        shop.module("SyncSimulation", sources(ROOT + "/Sources/SyncSimulation"))
        shop.module("Walk", [HERE + "/Walk.swift"])
        if not parts:
            clean = shop.walk("TaskSync.o")
            print("without bugs: " + clean, flush=True)
            if clean != "not caught":
                sys.exit(1)
        shop.parts()
        caught, all_bugs = 0, [bug for bug in bugs() if not parts or any(part in bug[0] for part in parts)]
        for name, file, pairs in all_bugs:
            copy = os.path.join(folder, "planted")
            shutil.copytree(ROOT + "/Sources/TaskSync", copy)
            path = os.path.join(copy, file)
            text = open(path).read()
            for old, new in pairs:
                if old not in text:
                    sys.exit(f"planted-bugs: '{name}': {file} does not hold:\n{old}")
                text = text.replace(old, new, 1)
            open(path, "w").write(text)
            said = shop.walk(*shop.planted(copy, file)) or "ended by a crash"
            if said == "not caught":
                shop.swiftc(*FLAGS, "-O", "-wmo", "-I", ".", "-module-name", "TaskSync", "-c", *sources(copy),
                            "-o", "planted.o")
                said = shop.walk("planted.o", length=LONG) or "ended by a crash"
            caught += said != "not caught"
            print(f"{name}: {said}", flush=True)
            shutil.rmtree(copy)
        print(f"caught {caught} of {len(all_bugs)}")
        sys.exit(0 if caught == len(all_bugs) else 1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
