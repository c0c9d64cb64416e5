"""For the tests of the fork server: plays the JVM, which starts a server and talks to its workers."""

import os
import socket
import subprocess
import sys
import tempfile

from graft import msgpack, unmsgpack
from graft.channel import Channel
from graft.forkserver import Pipes
from support import MAIN

SERVER = os.path.join(MAIN, "graft", "forkserver.py")
TOKEN = "secret"

# The same with less patience for workers that do not end.
IMPATIENT = (
    "-c",
    "import sys; sys.path.insert(0, %r); import graft.forkserver as f; f.GRACE_SECONDS = 0.3;"
    "sys.exit(f.main(sys.argv[1:]))" % MAIN,
)


class Server:
    """A fork server, and what it said first."""

    def __init__(self, *packages, program=(SERVER,)):
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-X", "faulthandler", *program, *packages],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"} if packages else None,
        )
        self.channel = Channel(
            Pipes(self.process.stdout.fileno(), self.process.stdin.fileno())
        )
        self.first = unmsgpack.decode(self.channel.receive())
        self.forks = 0
        self.reports = []

    def report(self, tag, number):
        """The report of that kind about that fork or process; others are kept for later."""
        while True:
            for report in self.reports:
                if report[:2] == [tag, number]:
                    self.reports.remove(report)
                    return report
            self.reports.append(unmsgpack.decode(self.channel.receive()))

    def ask(self, *arguments):
        """Asks for a fork; the process id."""
        self.forks += 1
        self.send("fork", self.forks, list(arguments))
        return self.report("forked", self.forks)[2]

    def send(self, *message):
        self.channel.send(msgpack.encode(list(message), "request"))

    def fork(self, *more):
        return Forked(self, more)

    def end(self, timeout=10):
        """Ends the input; the exit status, and what the server itself printed."""
        self.process.stdin.close()
        status = self.process.wait(timeout)
        printed = self.process.stderr.read().decode()
        self.process.stderr.close()
        self.process.stdout.close()
        return status, printed


class Forked:
    """A worker, its two connections and its hello."""

    def __init__(self, server, more):
        self.server = server
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "s")
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(path)
                listener.listen(2)
                listener.settimeout(10)
                self.pid = server.ask(path, TOKEN, "--interrupts", *more)
                self.standard, _ = listener.accept()
                self.standard.settimeout(10)
                assert self.standard.recv(len(TOKEN)) == TOKEN.encode()
                connection, _ = listener.accept()
        connection.settimeout(10)
        self.channel = Channel(connection)
        self.hello = unmsgpack.decode(self.channel.receive())

    def send(self, *message):
        self.channel.send(msgpack.encode(list(message), "request"))

    def ask(self, *message):
        """Sends a request; gives the answer and the outputs before it."""
        self.send(*message)
        outs = []
        while True:
            answer = unmsgpack.decode(self.channel.receive())
            if answer[0] != "out":
                return answer, outs
            outs.append(answer[1])

    def open(self, loaded, symbol="N"):
        assert self.ask("load", loaded)[0] == ["done", None]
        spec = {
            "module": loaded["module"],
            "symbol": symbol,
            "node_id": "n",
            "params": {},
            "keyed": False,
            "strict": True,
        }
        answer, _ = self.ask("open", spec)
        assert answer[0] == "done", answer
        return answer[1]

    def end(self):
        """Ends the worker politely; what the server says of it, and what it printed."""
        self.channel.connection.close()
        return self.ended()

    def ended(self):
        """What the server says of its end, and what it printed."""
        printed = b""
        while True:
            part = self.standard.recv(1 << 16)
            if not part:
                break
            printed += part
        self.close()
        return self.server.report("ended", self.pid), printed.decode()

    def close(self):
        """Closes the connections."""
        self.standard.close()
        self.channel.connection.close()
