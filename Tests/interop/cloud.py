"""A served practice cloud for the length of a `with` block, and its control interface."""

import json
import subprocess
import tempfile

import requests


class Cloud:
    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [self.program, "serve", "--gzip", "--ready-file", self.folder.name + "/cloud.json"],
            stdout=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.program} ended with {self.process.wait()} before it was ready")
        self.ready = json.loads(line)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        code = self.process.wait(timeout=10)
        self.folder.cleanup()
        if code != 0:
            raise SystemExit(f"{self.program} ended with {code} instead of 0")

    def __getitem__(self, name):
        return self.ready[name]

    def user(self, role):
        return next(user for user in self["users"] if user["role"] == role)

    def tell(self, call, **body):
        answer = requests.post(f"{self['control']}/{call}", json=body, verify=self["ca"], timeout=10)
        if answer.status_code != 204:
            raise AssertionError(f"control {call} answered {answer.status_code}: {answer.text}")

    def approve(self, code, username):
        self.tell("approve", user_code=code, username=username)
