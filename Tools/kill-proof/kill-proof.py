#!/usr/bin/env python3
"""Kills a shift on the real store at every write-type system call and looks whether anything accepted is lost.

usage: kill-proof.py STORE-PROBE [STEP]

First the shift is traced to its end: every "accepted" must come after an fdatasync or fsync that follows the last
write to the write-ahead log. Then it is run once for each write-type call of the trace and ended by SIGKILL on entry
to that call (strace --inject), so that every state between two such calls is met: what is after call n is what is
before call n + 1, and the end of the last one is the traced run itself. After each, the folder is read by a new
process: whatever was said to be accepted has to be kept, or to be applied by the server.
STEP (default 1) takes every STEP-th call only. strace counts each kind of call of each thread by itself, and so does
this; a run whose calls fall to threads in another way may come to its end unharmed, and is made anew, five times at most.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = "pwrite64,write,writev,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,mkdir,msync"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}


def run(command):
    """On one processor, so that one thread does nearly all of it: strace counts calls for each thread."""
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=120,
                          preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))


def facts(text):
    found = {"accepted": [], "applied": [], "kept": []}
    for line in text.split("\n")[:-1]:
        word, _, rest = line.partition(" ")
        if word in found:
            found[word].append(rest)
    return found


def shift(probe, folder, *strace):
    return run(["strace", "-f", "-qq", *strace, probe, "shift", folder])


def trace(probe, folder, log):
    """The traced run: how often one thread makes each call, and whether syncs come before promises."""
    done = shift(probe, folder, "-y", "-s", "200", "-o", log, "-e", "trace=" + CALLS)
    if done.returncode != 0 or "end\n" not in done.stdout:
        sys.exit("kill-proof: the shift does not come to its end: " + done.stderr[-500:])
    per_thread, promises, unsynced, early = {}, 0, 0, 0
    for line in open(log):
        match = re.match(r"(\d+)\s+(?:<\.\.\. )?(\w+)", line)
        if not match or "resumed" in line:
            continue
        thread, call = match.groups()
        per_thread.setdefault(call, {})
        per_thread[call][thread] = per_thread[call].get(thread, 0) + 1
        if call == "pwrite64" and "-wal>" in line:
            unsynced += 1
        elif call in ("fdatasync", "fsync") and "-wal>" in line:
            unsynced = 0
        elif call == "write" and '"accepted ' in line:
            promises += 1
            early += unsynced > 0
    return {call: max(threads.values()) for call, threads in per_thread.items()}, promises, early


def lost(said, kept):
    """What was accepted and is neither kept nor applied; an applied change may be kept as well, to be found out."""
    return [line for line in said["accepted"] if line not in kept["kept"] and line not in said["applied"]]


def main():
    probe = os.path.abspath(sys.argv[1])
    step = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    work = tempfile.mkdtemp(prefix="kill-proof-")
    try:
        folder = os.path.join(work, "whole")
        os.mkdir(folder, 0o700)
        calls, promises, early = trace(probe, folder, os.path.join(work, "trace"))
        places = [(call, number) for call in sorted(calls) for number in range(1, calls[call] + 1)][::step]
        print(f"traced: {sum(calls.values())} write-type calls ({', '.join(f'{calls[c]} {c}' for c in sorted(calls))}); "
              f"{promises} promises, {early} before their fdatasync", flush=True)
        killed, accepted, failures, broken = 0, 0, [], []
        for place in places:
            call, number = place
            for _ in range(5):
                folder = os.path.join(work, "run")
                shutil.rmtree(folder, ignore_errors=True)
                os.mkdir(folder, 0o700)
                done = shift(probe, folder, "-o", "/dev/null", "-e", "trace=" + call, "-e",
                             f"inject={call}:signal=SIGKILL:when={number}")
                if "end\n" not in done.stdout:
                    killed += 1
                    break
            said = facts(done.stdout)
            read = run([probe, "read", folder])
            if read.returncode != 0 or "end\n" not in read.stdout:
                broken.append((place, read.stderr[-200:]))
            missing = lost(said, facts(read.stdout))
            accepted += len(said["accepted"])
            if missing:
                failures.append((place, missing))
        print(f"killed at {killed} of {len(places)} places; {accepted} changes accepted, {sum(len(m) for _, m in failures)} of them lost; "
              f"{len(broken)} folders unreadable afterwards")
        for failure in (failures + broken)[:5]:
            print("  at call", *failure)
        sys.exit(1 if failures or broken or early or promises == 0 or killed < len(places) * 0.9 else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
