"""The first sync, to disk and screen, beside curl and msgraph-sdk reading the very same answers."""

import collections
import glob
import json
import os
import statistics
import subprocess
import time

TASKS = 10000

# Pairs of wall and CPU seconds, msgraph-sdk's wall seconds or None, bytes in all, and in how many answers.
FirstSyncFigures = collections.namedtuple("FirstSyncFigures", "ours curl sdk size answers")


def middle(pairs):
    return tuple(statistics.median(part) for part in zip(*pairs))


def seconds_of(pid):
    """CPU seconds of a process so far."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class FirstSync:
    def __init__(self, cloud, python):
        self.cloud, self.python = cloud, python

    def ours(self, run):
        """Wall seconds from the task page's first byte until everything is on screen and disk; and CPU seconds."""
        state = f"sync-{run}"
        program = self.cloud.signing_in(state)
        try:
            program.until("1 My tasks", marked=True)
            began, cpu = program.marked, sum(seconds_of(pid) for pid in program.family())
            program.until("online", marked=True)
            shown = program.marked
            program.settle(0.7)
            cpu = sum(seconds_of(pid) for pid in program.family()) - cpu
            files = glob.glob(f"{self.cloud.folder}/{state}/**/tasks.sqlite*", recursive=True)
            saved = max(os.stat(file).st_mtime_ns for file in files) / 1e9 - time.time() + time.perf_counter()
            if not files or sum(os.path.getsize(file) for file in files) < self.cloud.tasks * 100:
                raise SystemExit("the tasks are not on disk")
            return max(shown, saved) - began, cpu
        finally:
            program.close()

    def addresses(self):
        """What Tillside asked of Graph in a first sync, every page of it."""
        graph = self.cloud.facts["graph"]
        token, found = self.cloud.token(), []
        entries = [entry for entry in self.cloud.control("log") if entry["path"].startswith("/v1.0/")]
        reads = (entry["path"] for entry in entries if entry["status"] == 200 and entry["method"] == "GET")
        for path in dict.fromkeys(reads):
            address = graph + path.removeprefix("/v1.0")
            while address:
                found.append(address)
                address = self.cloud.get(address, token).get("@odata.nextLink")
        return found

    def curl(self, addresses, parallel):
        """Wall and CPU seconds of curl fetching them into files over one pool of connections."""
        listing = f"{self.cloud.folder}/curl.txt"
        with open(listing, "w") as file:
            for number, address in enumerate(addresses):
                file.write(f'url = "{address}"\noutput = "{self.cloud.folder}/answer-{number}"\n')
        command = [
            "curl", "--silent", "--no-progress-meter", "--fail", "--compressed", "--cacert", self.cloud.facts["ca"],
            "--config", listing, "--oauth2-bearer", self.cloud.token()]
        if parallel:
            command += ["--parallel", "--parallel-max", "4"]
        before = os.times()
        began = time.perf_counter()
        subprocess.run(command, check=True, env=self.cloud.environment)
        took = time.perf_counter() - began
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return took, cpu

    def sdk(self, addresses):
        """Wall seconds of msgraph-sdk reading them into its objects, without its start; None where it is missing."""
        if not self.python:
            return None
        facts = {"addresses": addresses, "ca": self.cloud.facts["ca"], "token": self.cloud.token(),
                 "graph": self.cloud.facts["graph"]}
        script = os.path.join(os.path.dirname(__file__), "msgraph_read.py")
        answer = subprocess.run(
            [self.python, script], input=json.dumps(facts).encode(), stdout=subprocess.PIPE, check=True,
            env=self.cloud.environment)
        return json.loads(answer.stdout)

    def measure(self, runs):
        """Medians over runs by turns, ours and curl's faster way; msgraph-sdk takes long enough to be read once."""
        ours, plain, parallel = [], [], []
        self.ours("warm-up")
        addresses = self.addresses()
        for run in range(runs):
            ours.append(self.ours(run))
            plain.append(self.curl(addresses, False))
            parallel.append(self.curl(addresses, True))
        answer = self.sdk(addresses)
        size = sum(os.path.getsize(file) for file in glob.glob(f"{self.cloud.folder}/answer-*"))
        if answer and answer["tasks"] < self.cloud.tasks:
            raise SystemExit("msgraph-sdk did not read every task")
        return FirstSyncFigures(
            middle(ours), min(middle(plain), middle(parallel)), answer and answer["seconds"], size, len(addresses))
