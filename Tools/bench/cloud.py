"""A served practice cloud, and Tillside signed in at it."""

import json
import os
import re
import ssl
import subprocess
import urllib.request

from terminal import Program


class Cloud:
    """A served practice cloud with so many tasks added; in a `with` block."""

    def __init__(self, programs, folder, environment, tasks):
        self.programs, self.folder, self.environment, self.tasks = programs, folder, environment, tasks
        self.ready = f"{folder}/cloud-{tasks}.json"

    def __enter__(self):
        self.process = subprocess.Popen(
            [self.programs + "/tillside-cloud", "serve", "--ready-file", self.ready, "--tasks", str(self.tasks),
             "--seed", "1"],
            stdout=subprocess.PIPE, env=self.environment)
        self.facts = json.loads(self.process.stdout.readline())
        self.trust = ssl.create_default_context(cafile=self.facts["ca"])
        self.worker = next(
            user for user in self.facts["users"] if user["role"] == "manager" and user["store"] == "012")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, address, token=None):
        """The answer's JSON."""
        request = urllib.request.Request(address)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        with urllib.request.urlopen(request, context=self.trust) as answer:
            return json.load(answer)

    def control(self, call):
        return self.get(self.facts["control"] + "/" + call)

    def token(self):
        """An access token of the worker that is good."""
        return next(
            token["token"] for token in reversed(self.control("tokens"))
            if token["username"] == self.worker["username"] and token["kind"] == "access" and token["state"] == "valid")

    def signing_in(self, state):
        """Tillside with a code that was just approved; the next poll signs the worker in."""
        program = Program(
            [self.programs + "/tillside", "--practice-at", self.ready, "--state", f"{self.folder}/{state}"],
            environment=self.environment)
        program.until("? help")
        program.settle(0.5)
        program.press(b"\r")
        program.until("good for")
        program.settle()
        code = next(found for found in map(code_in, program.screen.display) if found)
        subprocess.run(
            [self.programs + "/tillside-cloud", "approve", code, "--as", self.worker["username"], "--ready-file",
             self.ready],
            check=True, env=self.environment, stdout=subprocess.DEVNULL)
        return program


def code_in(line):
    """The code on a line, which a picture may stand beside; None where there is none."""
    found = re.search(r"(?<!\S)(?:[A-Z0-9] +){8}[A-Z0-9](?!\S)", line)
    return found and found.group().replace(" ", "")
