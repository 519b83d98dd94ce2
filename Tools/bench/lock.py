"""Times the lock from outside: from the key F9 to the bytes that empty screen and scrollback, with tasks on the screen."""

import argparse
import json
import os
import subprocess
import tempfile
import time

from cloud import code_in
from terminal import Program

F9 = b"\x1b[20~"
ERASE_SCROLLBACK = b"\x1b[3J"
PIN = b"2580"


def environment(folder):
    return {
        "HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_RUNTIME_DIR": folder,
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
    }


def signed_in(programs, folder):
    """Tillside signed in at a served practice cloud, with a PIN set, and the cloud's process."""
    ready = folder + "/cloud.json"
    outside = environment(folder)
    cloud = subprocess.Popen(
        [programs + "/tillside-cloud", "serve", "--ready-file", ready, "--seed", "1"], stdout=subprocess.PIPE, env=outside)
    facts = json.loads(cloud.stdout.readline())
    worker = next(user for user in facts["users"] if user["role"] == "worker" and user["store"] == "012")
    program = Program(
        [programs + "/tillside", "--practice-at", ready, "--state", folder + "/state"], environment=outside)
    program.until("? help")
    program.settle(0.5)
    program.press(b"\r")
    program.until("good for")
    code = next(found for found in map(code_in, program.screen.display) if found)
    subprocess.run(
        [programs + "/tillside-cloud", "approve", code, "--as", worker["username"], "--ready-file", ready],
        check=True, env=outside, stdout=subprocess.DEVNULL)
    program.until("My tasks")
    program.settle(1)
    program.press(b"P")
    for _ in range(2):
        program.press(PIN)
        program.press(b"\r")
    program.until("PIN set")
    return program, cloud


def lock(program):
    """Milliseconds from the key to the last byte of the erasure."""
    sent = time.perf_counter()
    os.write(program.fd, F9)
    seen = b""
    while ERASE_SCROLLBACK not in seen:
        seen += program.read(5)
        if time.perf_counter() - sent > 30:
            raise SystemExit("the screen was not blanked")
    blank = (program.last - sent) * 1000
    program.until("Locked at")
    return blank


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", help="folder with tillside and tillside-cloud")
    parser.add_argument("--cycles", type=int, default=200)
    arguments = parser.parse_args()
    times = []
    with tempfile.TemporaryDirectory() as folder:
        program, cloud = signed_in(os.path.abspath(arguments.programs), folder)
        try:
            for _ in range(arguments.cycles):
                times.append(lock(program))
                program.press(PIN + b"\r")
                program.until("My tasks")
                program.settle(0.1)
        finally:
            program.close()
            cloud.terminate()
            cloud.wait()
    times.sort()
    p99 = times[max(0, len(times) - 1 - len(times) // 100)]
    print(f"key to blank screen, {len(times)} locks: median {times[len(times) // 2]:.1f} ms, p99 {p99:.1f} ms, "
          f"slowest {times[-1]:.1f} ms (goal: p99 <= 100 ms)")


main()
