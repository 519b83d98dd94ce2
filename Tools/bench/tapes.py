"""Times a tape of 200 steps in memory beside the same flow driven through tmux, key by key."""

import os
import statistics
import subprocess
import time

ROUNDS = 32
TMUX_KEYS = {"F1": "F1", "Escape": "Escape", "Down": "Down"}


def steps():
    """200 steps: to the start page, then help opened, searched by arrow and closed, again and again."""
    flow = [("Expect", "Account"), ("Type", "mei"), ("Expect", "mei"), ("Backspace", None)]
    for _ in range(ROUNDS):
        flow += [
            ("F1", None), ("Expect", "Keys that work here"), ("Down", None), ("Expect", "> commands"),
            ("Escape", None), ("Expect", "No password is typed"),
        ]
    return flow + [("Expect", "me"), ("Type", "i"), ("Expect", "mei"), ("Expect", "Sign in")]


def write_tape(path):
    with open(path, "w", encoding="utf-8") as tape:
        tape.write("# Two hundred steps\n")
        for verb, text in steps():
            tape.write(f'{verb} "{text}"\n' if text else f"{verb}\n")


def in_memory(programs, path, environment):
    """Milliseconds of the whole process, from its start to its end."""
    start = time.perf_counter()
    subprocess.run([programs + "/tillside", "play", path], env=environment, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def through_tmux(programs, folder, environment):
    """Milliseconds of the same flow through tmux, from the first key to the last text seen."""
    # Each time another server: the last one may not have ended yet.
    socket = f"tillside-bench-{os.getpid()}-{time.monotonic_ns()}"
    tmux = ["tmux", "-L", socket, "-f", "/dev/null"]

    def see(text):
        end = time.perf_counter() + 20
        while text not in subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, text=True, env=environment).stdout:
            if time.perf_counter() > end:
                raise SystemExit(f"never seen in tmux: {text!r}")

    command = f"'{programs}/tillside' run --practice --state '{folder}/tmux-state' --clock 2026-11-25T09:41:00Z --seed 1"
    subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "24", command], check=True, env=environment)
    try:
        see("Account")
        start = time.perf_counter()
        for verb, text in steps():
            if verb == "Expect":
                see(text)
            else:
                key = TMUX_KEYS.get(verb, "BSpace" if verb == "Backspace" else text)
                subprocess.run([*tmux, "send-keys", key], check=True, env=environment)
        return (time.perf_counter() - start) * 1000
    finally:
        subprocess.run([*tmux, "kill-server"], env=environment, check=False)


def measure(programs, folder, environment, runs):
    """Medians: the tape in memory, the flow through tmux."""
    path = folder + "/two-hundred.tape"
    write_tape(path)
    assert len(steps()) == 200
    ours = statistics.median(in_memory(programs, path, environment) for _ in range(runs))
    theirs = statistics.median(through_tmux(programs, folder, environment) for _ in range(3))
    return ours, theirs
