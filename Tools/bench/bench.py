#!/usr/bin/env python3
"""Measures the release build beside its peers in one run: medians, and ratios to the peer."""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time

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

    def signed_in(self, tasks):
        """Tillside signed in at a served practice cloud with so many tasks, and the cloud's process."""
        ready = f"{self.folder}/cloud-{tasks}.json"
        cloud = subprocess.Popen(
            [self.programs + "/tillside-cloud", "serve", "--ready-file", ready, "--tasks", str(tasks), "--seed", "1"],
            stdout=subprocess.PIPE, env=self.environment)
        facts = json.loads(cloud.stdout.readline())
        worker = next(user for user in facts["users"] if user["role"] == "manager" and user["store"] == "012")
        program = Program(
            [self.programs + "/tillside", "--practice-at", ready, "--state", f"{self.folder}/state-{tasks}"],
            environment=self.environment)
        program.until("? help")
        program.settle(0.5)
        program.press(b"\r")
        program.until("good for")
        program.settle()
        code = next("".join(line.split()) for line in program.screen.display if is_code(line))
        began = time.perf_counter()
        subprocess.run(
            [self.programs + "/tillside-cloud", "approve", code, "--as", worker["username"], "--ready-file", ready],
            check=True, env=self.environment, stdout=subprocess.DEVNULL)
        return program, cloud, facts, began

    def lists(self, log):
        results = {}
        for tasks in (100, 1000, 10000):
            program, cloud, _, began = self.signed_in(tasks)
            try:
                program.until("My tasks")
                program.settle(2)
                program.press(b"3")
                program.settle(0.5)
                results[tasks] = (*self.moves(program, DOWN["tillside"]), program.memory())
            finally:
                program.close()
                cloud.terminate()
                cloud.wait()
        tig_time, tig_size = self.tig_moves(log)
        for tasks, (milliseconds, size, memory) in results.items():
            self.row(f"key to last byte, {tasks:,} tasks", milliseconds, "tig", tig_time, "ms", "<= 1.0")
            self.row(f"bytes a cursor move, {tasks:,} tasks", size, "tig", tig_size, "B", "<= 200 B")
            self.row(f"memory (PSS), {tasks:,} tasks", memory, "", 0, "MB", "<= 80 MB" if tasks == 10000 else "")

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

    def table(self):
        head = ("what", "Tillside", "peer", "ratio", "goal")
        rows = [head, tuple("---" for _ in head), *self.rows]
        widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
        for row in rows:
            print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def is_code(line):
    """Whether a line holds nothing but a code in large letters: single characters apart."""
    words = line.split()
    return len(words) >= 8 and all(len(word) == 1 for word in words)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", help="folder with the release programs")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--only", choices=("start", "lists"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(arguments.programs), folder, arguments.runs)
        log = repository(folder, 10000)
        if arguments.only != "lists":
            bench.first_frame(log)
            bench.start_page()
        if arguments.only != "start":
            bench.lists(log)
        bench.table()


main()
