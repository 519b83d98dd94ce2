#!/usr/bin/env python3
"""A training room on one machine: so many terminals sign in at one served practice cloud and poll it, over loopback.

Each terminal keeps a connection and asks, round after round, what Tillside asks: its own tasks, its team's lists, and
the tasks of each list. Prints how many requests were answered, how long they took, and every error; ends with 1 when
there was one.
"""

import argparse
import asyncio
import json
import random
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

SCOPE = "User.Read Tasks.ReadWrite Team.ReadBasic.All openid profile offline_access"


class Terminal:
    """One signed-in terminal with its connection."""

    def __init__(self, room, number):
        self.room, self.number = room, number
        self.user = room.users[number % len(room.users)]
        self.reader = self.writer = self.token = None

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection(
            "127.0.0.1", self.room.port, ssl=self.room.trust, server_hostname=self.room.host)

    async def ask(self, method, path, body=b"", kind=None):
        """Sends a request and reads its answer whole; a lost connection is opened again once."""
        for attempt in (1, 2):
            if self.writer is None:
                await self.open()
            head = f"{method} {path} HTTP/1.1\r\nHost: {self.room.host}:{self.room.port}\r\n"
            if self.token:
                head += f"Authorization: Bearer {self.token}\r\n"
            if kind:
                head += f"Content-Type: {kind}\r\n"
            head += f"Content-Length: {len(body)}\r\n\r\n"
            begin = time.perf_counter()
            try:
                self.writer.write(head.encode() + body)
                await self.writer.drain()
                status, content = await self.answer()
            except (OSError, asyncio.IncompleteReadError):
                self.writer.close()
                self.writer = None
                if attempt == 2:
                    raise
                continue
            self.room.times.append(time.perf_counter() - begin)
            self.room.bytes += len(content)
            return status, content

    async def answer(self):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        return int(head[0].split()[1]), await self.reader.readexactly(int(fields.get("content-length", 0)))

    async def get(self, path):
        status, content = await self.ask("GET", "/v1.0" + path)
        if status != 200:
            raise RuntimeError(f"GET {path}: {status}")
        return json.loads(content)["value"]

    async def sign_in(self):
        form = urllib.parse.urlencode({
            "grant_type": "password", "client_id": self.room.facts["clientId"], "scope": SCOPE,
            "username": self.user["username"], "password": self.user["password"]})
        path = f"/{self.room.facts['tenantId']}/oauth2/v2.0/token"
        status, content = await self.ask("POST", path, form.encode(), "application/x-www-form-urlencoded")
        if status != 200:
            raise RuntimeError(f"sign-in: {status} {content[:200]}")
        self.token = json.loads(content)["access_token"]
        self.teams = [team["id"] for team in await self.get("/me/joinedTeams")]

    async def round(self):
        await self.get("/me/planner/tasks")
        for team in self.teams:
            for plan in await self.get(f"/groups/{team}/planner/plans"):
                await self.get(f"/planner/plans/{plan['id']}/tasks")

    async def work(self, until):
        try:
            await self.sign_in()
            # Terminals are not switched on in the same second.
            await asyncio.sleep(random.uniform(0, self.room.poll))
            while time.monotonic() < until:
                begin = time.monotonic()
                await self.round()
                self.room.rounds += 1
                await asyncio.sleep(max(0, min(self.room.poll - (time.monotonic() - begin), until - time.monotonic())))
        except Exception as error:  # Whatever it is, it is told.
            self.room.errors.append(f"terminal {self.number}: {type(error).__name__} {error}")
        finally:
            if self.writer:
                self.writer.close()


class Room:
    def __init__(self, process, facts, poll):
        self.process, self.facts, self.poll = process, facts, poll
        address = urllib.parse.urlsplit(facts["authority"])
        self.host, self.port = address.hostname, address.port
        self.trust = ssl.create_default_context(cafile=facts["ca"])
        # A worker who is in a team has something to poll.
        self.users = [user for user in facts["users"] if user["store"] in ("012", "027")]
        self.times, self.errors, self.rounds, self.bytes = [], [], 0, 0

    def cpu(self):
        """Seconds of processor time the server has used, and its resident memory in MB."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100, int(fields[21]) * 4096 / 1e6

    async def play(self, count, seconds):
        before, begin = self.cpu()[0], time.monotonic()
        terminals = [Terminal(self, number) for number in range(count)]
        await asyncio.gather(*(terminal.work(begin + seconds) for terminal in terminals))
        took = time.monotonic() - begin
        cpu, memory = self.cpu()
        times = sorted(self.times)
        print(f"{count} terminals, a round every {self.poll:g} s, {took:.0f} s")
        print(f"requests  {len(times)} ({len(times) / took:.0f} a second), rounds {self.rounds}, "
              f"{self.bytes / 1e6:.0f} MB")
        print(f"answer    median {statistics.median(times) * 1e3:.1f} ms, 95 % {times[len(times) * 95 // 100] * 1e3:.1f} ms, "
              f"slowest {times[-1] * 1e3:.0f} ms")
        print(f"server    {(cpu - before) / took * 100:.0f} % of one processor, {memory:.0f} MB resident")
        print(f"errors    {len(self.errors)}")
        for error in self.errors[:10]:
            print("  " + error)
        return 1 if self.errors or self.rounds < count else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="tillside-cloud")
    parser.add_argument("--terminals", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=90, help="how long, sign-ins included")
    parser.add_argument("--poll", type=float, default=60, help="seconds from round to round")
    parser.add_argument("--name", default="training-room.example", help="host name of addresses and certificate")
    parser.add_argument("--tasks", type=int, default=0, help="tasks to add")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [arguments.program, "serve", "--name", arguments.name, "--ready-file", folder + "/cloud.json", "--tasks",
             str(arguments.tasks)], stdout=subprocess.PIPE)
        try:
            facts = json.loads(process.stdout.readline())
            room = Room(process, facts, arguments.poll)
            sys.exit(asyncio.run(room.play(arguments.terminals, arguments.seconds)))
        finally:
            process.terminate()
            process.wait()


main()
