"""Steps that say what they prove, and stop the run where one does not hold."""

import time

begun = time.monotonic()
taken = 0


def step(name, holds, seen=None):
    global taken
    if not holds:
        raise SystemExit(f"FAILED  {name}: {seen!r}")
    taken += 1
    print(f"ok  {name}", flush=True)


def finish():
    print(f"{taken} steps in {time.monotonic() - begun:.1f} s")
