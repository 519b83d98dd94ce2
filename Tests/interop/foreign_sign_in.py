"""Tillside itself, on a terminal, signs in at an OAuth server nobody here wrote: plain RFC 8628 and OpenID Connect."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import requests

from steps import step

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "Tools" / "bench"))
from terminal import Program  # noqa: E402


class Provider:
    """Django OAuth Toolkit for the length of a `with` block."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        command = [sys.executable, HERE / "foreign" / "provider.py", self.folder.name]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"the foreign provider ended with {self.process.wait()} before it was ready")
        self.facts = json.loads(line)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.folder.cleanup()

    def __getitem__(self, name):
        return self.facts[name]

    def decide(self, code, action):
        """The worker's phone: signs in, types the code, accepts or denies."""
        phone = requests.Session()
        phone.verify = self["ca"]
        address = f"{self['authority']}/{self['tenant']}/v2.0/device/"

        def submit(page, **form):
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
            headers = {"Referer": page.url}
            return phone.post(page.url, form | {"csrfmiddlewaretoken": token}, headers=headers, timeout=10)

        page = submit(phone.get(address, timeout=10), username=self["username"], password=self["password"])
        page = submit(page, user_code=code)
        if 'value="accept"' not in page.text:
            raise AssertionError(f"the foreign provider does not know the code {code}")
        page = submit(page, action=action)
        if page.status_code != 200:
            raise AssertionError(f"the foreign provider's phone page answered {page.status_code}")


class Till:
    """Tillside on a terminal, set up for the provider."""

    def __init__(self, program, provider, folder):
        settings = Path(folder) / "config.yaml"
        settings.write_text(
            f"cloud:\n  tenant: {provider['tenant']}\n  clientId: {provider['clientId']}\n"
            f"  authority: {provider['authority']}\n  graph: {provider['authority']}/v1.0\n  ca: {provider['ca']}\n"
        )
        environment = {"PATH": os.environ["PATH"], "TERM": "rxvt", "LANG": "C.UTF-8", "HOME": folder}
        command = [program, "--config", str(settings), "--state", folder + "/state"]
        self.program = Program(command, 80, 24, environment)

    def code(self):
        """Starts a sign-in; the code on the screen, without its blanks."""
        self.until("Account")
        self.program.press(b"rosa\r")
        self.until("Type this code")
        # The line stands before the code does: the frame may still be on its way.
        self.program.settle(0.5)
        lines = [line.strip() for line in self.program.screen.display]
        shown = lines[next(index for index, line in enumerate(lines) if "Type this code" in line) + 2]
        return shown.replace(" ", "")

    def until(self, text):
        self.program.until(text, limit=30)

    def text(self):
        return "\n".join(self.program.screen.display)


def prove_foreign_sign_in(program):
    with Provider() as provider, tempfile.TemporaryDirectory() as folder:
        till = Till(program, provider, folder)
        try:
            code = till.code()
            step("foreign provider: the terminal shows its code", re.fullmatch(r"\w{6,12}", code), till.text())
            provider.decide(code, "accept")
            till.until("Rosa Lind")
            step("foreign provider: signed in, by the name its ID token says", True)
        finally:
            till.program.close()
    with Provider() as provider, tempfile.TemporaryDirectory() as folder:
        till = Till(program, provider, folder)
        try:
            provider.decide(till.code(), "deny")
            till.until("declined")
            step("foreign provider: a denied sign-in is said to be one", "Rosa" not in till.text(), till.text())
        finally:
            till.program.close()
