"""A worker process, end to end: a socket, a handshake, requests and answers."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import unittest

from graft import msgpack, unmsgpack
from graft.channel import Channel, EndOfStream
from support import MAIN, sdk_unit, unit

WORKER = os.path.join(MAIN, "graft", "worker.py")


class Peer:
    """Plays the JVM."""

    def __init__(self, errors=subprocess.PIPE):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "s")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        listener.listen(1)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-X", "faulthandler", WORKER, path, "secret"],
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        listener.settimeout(10)
        connection, _ = listener.accept()
        connection.settimeout(10)
        listener.close()
        self.channel = Channel(connection)
        self.hello = self.receive()

    def send(self, message):
        self.channel.send(msgpack.encode(message, "request"))

    def receive(self):
        return unmsgpack.decode(self.channel.receive())

    def ask(self, *message):
        """Sends a request; gives the answer and the outputs before it, all wanted."""
        self.send(list(message))
        outs = []
        while True:
            answer = self.receive()
            if answer[0] != "out":
                return answer, outs
            outs.append(answer[1])
            if answer[2]:
                self.send(["more"])

    def open(self, loaded, symbol, params=None, keyed=False, **more):
        answer, _ = self.ask("load", loaded)
        assert answer == ["done", None], answer
        spec = {
            "module": loaded["module"],
            "symbol": symbol,
            "node_id": "n",
            "params": params or {},
            "keyed": keyed,
            "strict": True,
            **more,
        }
        answer, _ = self.ask("open", spec)
        assert answer[0] == "done", answer
        return answer[1]

    def end(self):
        """Closes the socket; gives status, standard output and standard error."""
        self.channel.connection.close()
        out, err = self.process.communicate(timeout=10)
        self.folder.cleanup()
        return self.process.returncode, out, err.decode()


class WorkerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.peer = Peer()

    @classmethod
    def tearDownClass(cls):
        cls.peer.end()

    def test_hello(self):
        name, data = self.peer.hello
        self.assertEqual(name, "hello")
        self.assertEqual(
            list(data),
            ["token", "protocol", "implementation", "version", "cache_tag", "pid", "packages"],
        )
        self.assertEqual(data["token"], "secret")
        self.assertEqual(data["protocol"], 1)
        self.assertEqual(data["implementation"], "cpython")
        self.assertEqual(data["pid"], self.peer.process.pid)
        self.assertEqual(data["version"], "%d.%d.%d" % sys.version_info[:3])

    def test_a_node_from_open_to_close(self):
        peer = self.peer
        handle = peer.open(sdk_unit("buffer"), "BufferNode", {"size": 2}, keyed=True)
        answer, outs = peer.ask(
            "process", handle, [[0, None, 1], [1, "k", 2**70], [2, None, (3.0,)]]
        )
        self.assertEqual((answer, outs), (["done", None], [[1, (3.0,)]]))
        answer, _ = peer.ask("snapshot", handle)
        self.assertEqual(answer, ["done", [[None, {"items": []}], ["k", {"items": [2**70]}]]])
        answer, _ = peer.ask("restore", handle, [[None, {"items": ["x"]}]])
        self.assertEqual(answer, ["done", None])
        answer, outs = peer.ask("flush", handle)
        self.assertEqual((answer, outs), (["done", None], [["x"]]))  # "k" is gone
        self.assertEqual(peer.ask("close", handle)[0], ["done", None])
        self.assertEqual(peer.ask("process", handle, [[0, None, 1]])[0][1]["kind"], "INTERNAL")

    def test_a_measured_node_tells_its_own_time(self):
        source = "import time\nclass N:\n    def process(self, x):\n        time.sleep(0.01)\n"
        measured = self.peer.open(unit(source), "N", measured=True)
        self.assertEqual(self.peer.ask("process", measured, [[0, None, 1]])[0], ["done", None])
        answer, _ = self.peer.ask("spent", measured)
        self.assertEqual(answer[0], "done")
        self.assertGreaterEqual(answer[1], 9_900_000)
        other = self.peer.open(unit(source), "N")
        self.assertEqual(self.peer.ask("spent", other)[0], ["done", None])
        self.assertEqual(self.peer.ask("spent", 99)[0][1]["kind"], "INTERNAL")

    def test_generators_wait_for_demand(self):
        peer = self.peer
        handle = peer.open(sdk_unit("repeat"), "RepeatNode", {"count": 10**12})
        peer.send(["process", handle, [[0, None, 2]]])
        self.assertEqual(peer.receive(), ["out", {"index": 0, "value": 0}, True])
        peer.send(["more"])
        self.assertEqual(peer.receive(), ["out", {"index": 1, "value": 2}, True])
        peer.send(["stop"])
        self.assertEqual(peer.receive(), ["done", None])

    def test_failures(self):
        peer = self.peer
        handle = peer.open(sdk_unit("calculator"), "CalculatorNode", {"operation": "divide"})
        answer, outs = peer.ask("process", handle, [[7, None, 1]])
        self.assertEqual(answer[0], "failed")
        failure = answer[1]
        self.assertEqual(
            list(failure),
            ["phase", "index", "kind", "type", "message", "traceback", "missing", "emitted", "raised"],
        )
        self.assertEqual(
            (failure["phase"], failure["index"], failure["kind"], failure["type"]),
            ("step", 7, "ARITHMETIC", "ZeroDivisionError"),
        )
        self.assertIn("raise ZeroDivisionError", failure["traceback"])

    def test_a_value_that_cannot_cross(self):
        peer = self.peer
        source = "class N:\n  s = range(1)\n  def process(self, x):\n    return {'a': [self.s]}\n"
        handle = peer.open(unit(source), "N")
        failure = peer.ask("process", handle, [[0, None, 1]])[0][1]
        self.assertEqual((failure["kind"], failure["phase"]), ("TYPE", "step"))
        self.assertEqual(failure["message"], "out.a[0]: range cannot cross; use list(...)")
        source = (
            "class N:\n"
            "  def __init__(self):\n    self.s = range(1)\n"
            "  def process(self, x):\n    pass\n"
        )
        failure = peer.ask("snapshot", peer.open(unit(source), "N"))[0][1]
        self.assertEqual((failure["kind"], failure["phase"]), ("TYPE", "snapshot"))
        self.assertEqual(failure["message"], "state.attributes.s: range cannot cross; use list(...)")

    def test_describe(self):
        answer, _ = self.peer.ask("describe", sdk_unit("counter"))
        self.assertEqual(answer[1][0]["contract"]["id"], "counter")

    def test_nonsense_is_answered(self):
        peer = self.peer
        for request in (["what"], [], "x", ["open"], ["process", 1, 2, 3], {"a": 1}):
            answer, _ = peer.ask(*request) if type(request) is list else self.raw(request)
            self.assertEqual(answer[0], "failed", request)

    def raw(self, request):
        self.peer.send(request)
        return self.peer.receive(), []


class ProcessTest(unittest.TestCase):
    def test_output_of_nodes_goes_to_standard_error(self):
        source = textwrap.dedent("""
            import os, sys
            class N:
                def process(self, x):
                    print("printed")
                    os.write(1, b"written\\n")
                    os.system("echo from a child")
                    return sys.stdin.read()
                def cleanup(self):
                    print("cleaned up")
        """)
        peer = Peer()
        handle = peer.open(unit(source), "N")
        self.assertEqual(peer.ask("process", handle, [[0, None, 1]])[1], [""])
        status, out, err = peer.end()
        self.assertEqual((status, out), (0, b""))
        for line in ("printed", "written", "from a child", "cleaned up"):
            self.assertIn(line, err)

    def test_sockets_work_in_the_full_loop(self):
        source = textwrap.dedent("""
            import asyncio
            class N:
                async def process(self, x):
                    process = await asyncio.create_subprocess_exec(
                        "echo", x, stdout=asyncio.subprocess.PIPE)
                    out, _ = await process.communicate()
                    return out
        """)
        peer = Peer()
        handle = peer.open(unit(source), "N")
        self.assertEqual(peer.ask("process", handle, [[0, None, "hi"]])[1], [b"hi\n"])
        peer.end()

    def test_a_crash_leaves_a_fault_dump(self):
        source = (
            "import faulthandler\n"
            "class N:\n  def process(self, x):\n    faulthandler._sigsegv()\n"
        )
        peer = Peer()
        handle = peer.open(unit(source), "N")
        peer.send(["process", handle, [[0, None, 1]]])
        with self.assertRaises((EndOfStream, ConnectionError)):
            peer.receive()
        status, _, err = peer.end()
        self.assertEqual(status, -signal.SIGSEGV)
        self.assertIn("Fatal Python error: Segmentation fault", err)

    def test_the_watchdog_ends_a_hanging_node(self):
        source = textwrap.dedent("""
            class N:
                def process(self, x):
                    while True:
                        pass
        """)
        # The grace is an argument of the thread; a shorter one is set through the default.
        program = (
            "import sys; sys.path.insert(0, %r); sys.argv = ['w'] + sys.argv[1:];"
            "import graft.watchdog as w; w.watch.__defaults__ = (0.2,);"
            "import graft.worker as m; sys.exit(m.main(sys.argv[1:]))"
        ) % MAIN
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "s")
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(path)
            listener.listen(1)
            process = subprocess.Popen([sys.executable, "-c", program, path, "t"])
            connection, _ = listener.accept()
            listener.close()
            peer = Peer.__new__(Peer)
            peer.channel = Channel(connection)
            peer.receive()
            handle = peer.open(unit(source), "N")
            peer.send(["process", handle, [[0, None, 1]]])
            connection.close()
            self.assertEqual(process.wait(10), 3)


if __name__ == "__main__":
    unittest.main()
