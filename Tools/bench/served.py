#!/usr/bin/env python3
"""Measures the served practice cloud: from start to ready, and requests a second beside a bare server.

The bare server is the same HTTP server with the same TLS that answers every request with as many bytes as
GET /me/planner/tasks with 1,000 tasks has, and does nothing else.
"""

import argparse
import json
import multiprocessing
import socket
import ssl
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request


def serve(program, arguments):
    """A started server, what it said when it was ready, and how long that took in milliseconds."""
    begin = time.perf_counter()
    process = subprocess.Popen([program] + arguments, stdout=subprocess.PIPE)
    facts = json.loads(process.stdout.readline())
    return process, facts, (time.perf_counter() - begin) * 1e3


def stop(process):
    process.terminate()
    process.wait()


def cpu(process):
    """Seconds of processor time a process has used."""
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def token(facts, user):
    trust = ssl.create_default_context(cafile=facts["ca"])
    form = urllib.parse.urlencode({
        "grant_type": "password", "client_id": facts["clientId"], "scope": "User.Read Tasks.ReadWrite",
        "username": user["username"], "password": user["password"]})
    address = f"{facts['authority']}/{facts['tenantId']}/oauth2/v2.0/token"
    with urllib.request.urlopen(address, form.encode(), context=trust) as answer:
        return json.load(answer)["access_token"]


def connect(facts):
    address = urllib.parse.urlsplit(facts["authority"])
    trust = ssl.create_default_context(cafile=facts["ca"])
    plain = socket.create_connection(("127.0.0.1", address.port))
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return trust.wrap_socket(plain, server_hostname=address.hostname)


def exchange(connection, request, buffer):
    """Sends a request, reads its answer whole, and gives the size of its body."""
    connection.sendall(request)
    head = b""
    while b"\r\n\r\n" not in head:
        head += connection.recv(4096)
    head, rest = head.split(b"\r\n\r\n", 1)
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode("latin-1"))
    size = next(int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
    left = size - len(rest)
    while left > 0:
        left -= connection.recv_into(buffer, min(left, len(buffer)))
    return size


def load(facts, bearer, seconds, counts):
    """Asks again and again over one connection."""
    request = f"GET /v1.0/me/planner/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {bearer}\r\n\r\n".encode()
    buffer = bytearray(1 << 18)
    connection = connect(facts)
    exchange(connection, request, buffer)
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        exchange(connection, request, buffer)
        count += 1
    counts.put(count)


def rate(process, facts, bearer, seconds, clients):
    """Requests a second, and milliseconds of the server's processor time for each."""
    counts = multiprocessing.Queue()
    before, begin = cpu(process), time.monotonic()
    workers = [multiprocessing.Process(target=load, args=(facts, bearer, seconds, counts)) for _ in range(clients)]
    for worker in workers:
        worker.start()
    total = sum(counts.get() for _ in workers)
    for worker in workers:
        worker.join()
    return total / (time.monotonic() - begin), (cpu(process) - before) / total * 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="tillside-cloud, built for release")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--runs", type=int, default=11)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ready = ["--ready-file", folder + "/cloud.json"]
        starts = []
        for _ in range(arguments.runs):
            process, _, milliseconds = serve(arguments.program, ["serve"] + ready)
            starts.append(milliseconds)
            stop(process)
        print(f"start to ready  {statistics.median(starts):.0f} ms (fastest {min(starts):.0f}, slowest {max(starts):.0f})")
        # Store 012 has 3 workers and a manager: a quarter of the added tasks is each one's.
        process, facts, _ = serve(arguments.program, ["serve", "--tasks", "4000"] + ready)
        user = next(user for user in facts["users"] if user["username"].startswith("mei@"))
        bearer = token(facts, user)
        trust = ssl.create_default_context(cafile=facts["ca"])
        request = urllib.request.Request(facts["graph"] + "/me/planner/tasks")
        request.add_header("Authorization", "Bearer " + bearer)
        with urllib.request.urlopen(request, context=trust) as answer:
            body = answer.read()
        tasks = len(json.loads(body)["value"])
        ours, our_cpu = rate(process, facts, bearer, arguments.seconds, arguments.clients)
        stop(process)
        process, bare, _ = serve(arguments.program, ["bare", "--bytes", str(len(body))] + ready)
        theirs, their_cpu = rate(process, bare, bearer, arguments.seconds, arguments.clients)
        stop(process)
        print(f"{tasks:,} tasks, {len(body) / 1e3:.0f} KB an answer, {arguments.clients} clients")
        print(f"requests a second        practice cloud {ours:.0f}, bare {theirs:.0f}, ratio {ours / theirs:.2f}")
        print(f"processor time a request practice cloud {our_cpu:.2f} ms, bare {their_cpu:.2f} ms")


if __name__ == "__main__":
    main()
