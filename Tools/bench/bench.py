#!/usr/bin/env python3
"""Measures the release build beside its peers in one run: medians, and ratios to the peer."""

import argparse
import os
import statistics
import subprocess
import tempfile

import first_sync
import tapes
from cloud import Cloud
from terminal import Program

DOWN = {"tillside": b"\x1b[B", "tig": b"j", "nano": b"\x1b[B"}


def median(values):
    return statistics.median(values)


def environment(folder):
    return {
        "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": folder,
        "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "XDG_RUNTIME_DIR": folder,
    }


def repository(folder, commits):
    """A repository with so many commits, for tig to list."""
    path = f"{folder}/log-{commits}"
    subprocess.run(["git", "init", "-q", path], check=True)
    lines = []
    for number in range(commits):
        message = f"Task {number}: receive, price and shelve delivery {number % 97}"
        lines.append(
            f"commit refs/heads/main\ncommitter Store <store@contoso.example> {1700000000 + number * 60} +0000\n"
            f"data {len(message)}\n{message}\n")
    subprocess.run(
        ["git", "-C", path, "fast-import", "--quiet"], input="".join(lines).encode(), check=True)
    subprocess.run(["git", "-C", path, "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    return path


class Bench:
    def __init__(self, programs, folder, runs):
        self.programs, self.folder, self.runs = programs, folder, runs
        self.environment = environment(folder)
        self.rows = []

    def row(self, what, ours, peer, theirs, unit, goal=""):
        ratio = f"{ours / theirs:.2f}" if theirs else ""
        self.rows.append((what, f"{ours:.1f} {unit}", f"{peer} {theirs:.1f} {unit}" if peer else "", ratio, goal))

    def start(self, command, marker, folder=None):
        """Milliseconds from start to the first complete frame."""
        program = Program(command, environment=self.environment)
        try:
            return program.until(marker) * 1000
        finally:
            program.close()

    def first_frame(self, log):
        file = self.folder + "/note.txt"
        with open(file, "w") as out:
            out.write("one line\n" * 40)
        commands = {
            "tillside": ([self.programs + "/tillside"], "? help"),
            "tig": (["tig", "-C", log], "[main]"),
            "nano": (["nano", "--ignorercfiles", file], "^X Exit"),
        }
        times = {name: [] for name in commands}
        for _ in range(self.runs):
            for name, (command, marker) in commands.items():
                times[name].append(self.start(command, marker))
        for peer in ("tig", "nano"):
            self.row(
                "start to first complete frame", median(times["tillside"]), peer, median(times[peer]), "ms",
                "<= 1.3" if peer == "tig" else "")

    def moves(self, program, key, count=60):
        times, sizes = [], []
        program.settle()
        for _ in range(count):
            milliseconds, size = program.press(key)
            times.append(milliseconds)
            sizes.append(size)
        return median(times), median(sizes)

    def tig_moves(self, log):
        program = Program(["tig", "-C", log], environment=self.environment)
        program.until("[main]")
        program.settle(0.5)
        try:
            return self.moves(program, DOWN["tig"])
        finally:
            program.close()

    def lists(self, log):
        results = {}
        for tasks in (100, 1000, 10000):
            with Cloud(self.programs, self.folder, self.environment, tasks) as cloud:
                program = cloud.signing_in(f"state-{tasks}")
                try:
                    program.until("My tasks")
                    program.settle(2)
                    program.press(b"3")
                    program.settle(0.5)
                    results[tasks] = (*self.moves(program, DOWN["tillside"]), program.memory())
                finally:
                    program.close()
        tig_time, tig_size = self.tig_moves(log)
        for tasks, (milliseconds, size, memory) in results.items():
            self.row(f"key to last byte, {tasks:,} tasks", milliseconds, "tig", tig_time, "ms", "<= 1.0")
            self.row(f"bytes a cursor move, {tasks:,} tasks", size, "tig", tig_size, "B", "<= 200 B")
            self.row(f"memory (PSS), {tasks:,} tasks", memory, "", 0, "MB", "<= 80 MB" if tasks == 10000 else "")

    def crowd(self):
        """A store with as many tasks as nobody has."""
        with Cloud(self.programs, self.folder, self.environment, 100000) as cloud:
            program = cloud.signing_in("state-crowd")
            try:
                program.until("My tasks", limit=180)
                program.settle(5)
                program.press(b"3")
                program.settle(2)
                milliseconds, size = self.moves(program, DOWN["tillside"])
                self.row("key to last byte, 100,000 tasks", milliseconds, "", 0, "ms", "as with 10,000")
                self.row("bytes a cursor move, 100,000 tasks", size, "", 0, "B")
                self.row("memory (PSS), 100,000 tasks", program.memory(), "", 0, "MB", "<= 200 MB")
            finally:
                program.close()

    def merge(self):
        """CPU of the sync machine alone, which runs on one thread."""
        said = subprocess.run(
            [self.programs + "/tillside-simulate", "--merge", "10000"], capture_output=True, text=True, check=True).stdout
        self.row("merge of 10,000 remote changes: CPU", float(said.split(" in ")[1].split()[0]), "", 0, "ms", "<= 100 ms")

    def first_sync(self, python):
        with Cloud(self.programs, self.folder, self.environment, first_sync.TASKS) as cloud:
            figures = first_sync.FirstSync(cloud, python).measure(min(self.runs, 5))
        what = f"first sync of {first_sync.TASKS:,} tasks ({figures.size / 1e6:.1f} MB, {figures.answers} answers)"
        wall, cpu = figures.ours
        self.row(what + " to disk and screen", wall * 1000, "curl", figures.curl[0] * 1000, "ms", "<= 2")
        if figures.sdk:
            self.row(what + " to disk and screen", wall * 1000, "msgraph-sdk", figures.sdk * 1000, "ms", "<= 0.1")
        self.row(what + ": CPU", cpu * 1000, "curl", figures.curl[1] * 1000, "ms")

    def start_page(self):
        program = Program([self.programs + "/tillside"], environment=self.environment)
        program.until("? help")
        program.settle(1)
        self.row("memory (PSS) at the start page", program.memory(), "", 0, "MB")
        program.settle(5)
        cpu, own, pool = program.idle(30)
        self.row("idle 30 s at the start page: CPU", cpu, "", 0, "ms")
        self.row("idle 30 s at the start page: wake-ups of the loop and the supervisor", own, "", 0, "", "clock only")
        self.row("idle 30 s at the start page: wake-ups of the runtime's pool", pool, "", 0, "")
        program.close()

    def tapes(self):
        ours, theirs = tapes.measure(self.programs, self.folder, self.environment, self.runs)
        self.row("a tape of 200 steps, start and end of the process included", ours, "tmux", theirs, "ms", "<= 100 ms")

    def table(self):
        head = ("what", "Tillside", "peer", "ratio", "goal")
        rows = [head, tuple("---" for _ in head), *self.rows]
        widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
        for row in rows:
            print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", help="folder with the release programs")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--only", choices=("start", "lists", "sync", "crowd", "merge", "tapes"))
    parser.add_argument("--msgraph", help="a Python that has msgraph-sdk; without it that row is left out")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(arguments.programs), folder, arguments.runs)
        log = repository(folder, 10000)
        if arguments.only in (None, "start"):
            bench.first_frame(log)
            bench.start_page()
        if arguments.only in (None, "lists"):
            bench.lists(log)
        if arguments.only in (None, "sync"):
            bench.first_sync(arguments.msgraph)
        if arguments.only in (None, "tapes"):
            bench.tapes()
        if arguments.only in (None, "merge"):
            bench.merge()
        if arguments.only in (None, "crowd"):
            bench.crowd()
        bench.table()


main()
