"""The fork server, end to end: what it forks is a worker like any other, and nothing is left."""

import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest

from forking import IMPATIENT, Server
from graft import msgpack
from graft.channel import EndOfStream
from support import MAIN, unit

HAS_NUMPY = importlib.util.find_spec("numpy") is not None


def node(source):
    return unit(textwrap.dedent(source))


def process(worker, source, item=None):
    """What a node emits for an item."""
    answer, outs = worker.ask("process", worker.open(node(source)), [[0, None, item]])
    assert answer == ["done", None], answer
    return outs[0]


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        with open(f"/proc/{pid}/stat") as text:
            return text.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return True


def await_end(pid, seconds=10):
    """Whether a process that nobody here can wait for ends in time."""
    end = time.monotonic() + seconds
    while is_there(pid) and time.monotonic() < end:
        time.sleep(0.01)
    return not is_there(pid)


class ForkedWorkerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        status, printed = cls.server.end()
        assert (status, printed) == (0, ""), (status, printed)

    def test_says_hello_works_and_ends(self):
        worker = self.server.fork()
        name, data = worker.hello
        self.assertEqual(name, "hello")
        self.assertEqual(data["pid"], worker.pid)
        self.assertNotEqual(worker.pid, self.server.process.pid)
        self.assertEqual(data["packages"], self.server.first[1]["packages"])
        source = """
            import os, sys
            class N:
                def process(self, item):
                    print("printed")
                    os.write(1, b"written\\n")
                    os.system("echo from a child")
                    return [item, sys.stdin.read(), sys.argv[0].endswith("worker.py")]
        """
        self.assertEqual(process(worker, source, 2**70), [2**70, "", True])
        ended, printed = worker.end()
        self.assertEqual(ended, ["ended", worker.pid, 0])
        self.assertEqual(printed.split("\n"), ["printed", "written", "from a child", ""])

    def test_is_set_up_like_a_started_one(self):
        source = """
            import gc, os, signal, sys
            class N:
                def process(self, item):
                    handlers = [str(signal.getsignal(s)) for s in (signal.SIGCHLD, signal.SIGINT)]
                    wakeup = signal.set_wakeup_fd(-1)
                    return [sys.path, sys.argv[0], sys.flags.isolated, handlers, wakeup,
                            gc.isenabled(), sorted(os.environ)]
        """
        from test_worker import Peer

        worker, peer = self.server.fork(), Peer()
        handle = peer.open(node(source), "N")
        self.assertEqual(
            process(worker, source), peer.ask("process", handle, [[0, None, None]])[1][0]
        )
        worker.end()
        peer.end()

    def test_inherits_no_descriptor(self):
        source = """
            import os
            class N:
                def process(self, item):
                    return [os.readlink(f"/proc/self/fd/{name}").split(":")[0]
                            for name in os.listdir("/proc/self/fd")
                            if os.path.lexists(f"/proc/self/fd/{name}")]
        """
        first, worker = self.server.fork(), self.server.fork()
        try:
            links = process(worker, source)
        except FileNotFoundError:
            self.skipTest("no /proc")
        # Input, output, errors, interrupts, requests, and the folder that is being read.
        self.assertEqual(sorted(link for link in links if link != "socket")[0], "/dev/null")
        self.assertEqual(links.count("socket"), 4, links)
        self.assertNotIn("pipe", links)
        first.end()
        worker.end()

    def test_leads_a_group_and_takes_it_along(self):
        source = """
            import os, subprocess
            class N:
                def process(self, item):
                    left = subprocess.Popen(["sleep", "1000"])
                    return [os.getpgid(0), os.getsid(0), left.pid]
        """
        worker = self.server.fork()
        group, session, left = process(worker, source)
        self.assertEqual(group, worker.pid)
        self.assertEqual(session, self.server.process.pid)
        self.assertTrue(is_there(left))
        worker.end()
        self.assertTrue(await_end(left))

    def test_draws_its_own_numbers(self):
        source = """
            import random, uuid
            from graft import opaque
            class N:
                def process(self, item):
                    return [random.random(), str(uuid.uuid4()), opaque.lend(opaque.Opaque(1))[0]]
        """
        workers = [self.server.fork() for _ in range(3)]
        drawn = [process(worker, source) for worker in workers]
        for each in zip(*drawn):
            self.assertEqual(len(set(each)), 3, each)
        for worker in workers:
            worker.end()

    def test_ends_by_a_signal_are_told(self):
        for number in (signal.SIGKILL, signal.SIGTERM):
            worker = self.server.fork()
            os.kill(worker.pid, number)
            self.assertEqual(worker.ended(), (["ended", worker.pid, -number], ""))

    def test_a_crash_leaves_a_fault_dump_in_its_own_output(self):
        source = """
            import faulthandler
            class N:
                def process(self, item):
                    faulthandler._sigsegv()
        """
        other, worker = self.server.fork(), self.server.fork()
        with self.assertRaises((EndOfStream, ConnectionError)):
            worker.ask("process", worker.open(node(source)), [[0, None, 1]])
        ended, printed = worker.ended()
        self.assertEqual(ended, ["ended", worker.pid, -signal.SIGSEGV])
        self.assertIn("Fatal Python error: Segmentation fault", printed)
        self.assertIn("in process", printed)
        self.assertEqual(other.end(), (["ended", other.pid, 0], ""))

    def test_interrupts_come_by_its_standard_input(self):
        source = """
            import time
            class N:
                def process(self, item):
                    time.sleep(1000)
        """
        worker = self.server.fork()
        worker.send("process", worker.open(node(source)), [[0, None, 1]])
        time.sleep(0.2)
        worker.standard.sendall((3).to_bytes(8, "big"))
        worker.channel.connection.settimeout(10)
        from graft import unmsgpack

        tag, failure = unmsgpack.decode(worker.channel.receive())
        self.assertEqual((tag, failure["kind"]), ("failed", "TIMEOUT"))
        worker.end()

    def test_a_worker_that_cannot_reach_the_jvm_ends(self):
        pid = self.server.ask("/nowhere/s", "token")
        self.assertEqual(self.server.report("ended", pid), ["ended", pid, 1])
        # What went wrong can be told only where the server's own errors go.
        os.set_blocking(self.server.process.stderr.fileno(), False)
        self.assertIn("FileNotFoundError", self.server.process.stderr.read().decode())


class RequestsTest(unittest.TestCase):
    def test_requests_that_come_together_are_all_answered(self):
        server = Server()
        frames = b""
        for number in (1, 2, 3):
            body = msgpack.encode(["fork", number, ["/nowhere/s", "token"]], "request")
            frames += len(body).to_bytes(4, "big") + body
        server.channel.send_frames(frames)
        for number in (1, 2, 3):
            pid = server.report("forked", number)[2]
            self.assertEqual(server.report("ended", pid)[2], 1)
        status, printed = server.end()
        self.assertEqual((status, printed.count("FileNotFoundError")), (0, 3))


class EndOfServerTest(unittest.TestCase):
    def test_it_waits_for_workers_that_clean_up(self):
        server = Server()
        worker = server.fork()
        source = """
            import time
            class N:
                def process(self, item):
                    return item
                def cleanup(self):
                    time.sleep(0.3)
                    print("cleaned up")
        """
        process(worker, source, 1)
        worker.channel.connection.close()
        self.assertEqual(server.end(), (0, ""))
        self.assertEqual(worker.standard.recv(100), b"cleaned up\n")
        worker.close()

    def test_it_ends_workers_that_do_not_end(self):
        server = Server(program=IMPATIENT)
        stopped, hanging = server.fork(), server.fork()
        os.kill(stopped.pid, signal.SIGSTOP)
        source = "class N:\n  def process(self, item):\n    while True: pass\n"
        hanging.send("process", hanging.open(node(source)), [[0, None, 1]])
        self.assertEqual(server.end(), (0, ""))
        self.assertFalse(is_there(stopped.pid) or is_there(hanging.pid))
        stopped.close()
        hanging.close()

    def test_workers_outlive_a_server_that_is_killed(self):
        server = Server()
        worker = server.fork()
        server.process.kill()
        server.process.wait(10)
        self.assertEqual(process(worker, "class N:\n  def process(self, x): return x\n", 7), 7)
        worker.close()
        self.assertTrue(await_end(worker.pid))
        server.end()

    def test_a_killed_parent_takes_all_along(self):
        # A process stands for the JVM: it starts a server, forks a worker that hangs, and is killed.
        program = textwrap.dedent("""
            import sys, time
            sys.path[:0] = sys.argv[1:3]
            from forking import IMPATIENT, Server
            from support import unit
            server = Server(program=IMPATIENT)
            workers = [server.fork(), server.fork()]
            source = "class N:\\n  def process(self, x):\\n    while True: pass\\n"
            workers[0].send("process", workers[0].open(unit(source)), [[0, None, 1]])
            print(server.process.pid, *(worker.pid for worker in workers), flush=True)
            time.sleep(1000)
        """)
        with subprocess.Popen(
            [sys.executable, "-c", program, MAIN, os.path.dirname(os.path.abspath(__file__))],
            stdout=subprocess.PIPE,
        ) as parent:
            pids = [int(pid) for pid in parent.stdout.readline().split()]
            parent.kill()
        for pid in pids:
            self.assertTrue(await_end(pid), pids)


class PreloadTest(unittest.TestCase):
    @unittest.skipUnless(HAS_NUMPY, "no numpy")
    def test_numpy_works_in_workers_and_draws_its_own_numbers(self):
        source = """
            import sys
            found = "numpy" in sys.modules
            import numpy
            class N:
                def process(self, item):
                    a = numpy.arange(10000.0).reshape(100, 100)
                    b = numpy.linalg.inv(a @ a.T + numpy.eye(100))
                    return [found, bool(numpy.isfinite(b).all()), float(numpy.random.rand())]
        """
        server = Server("numpy", "numpy.random")
        self.assertEqual(server.first[0], "hello")
        workers = [server.fork(), server.fork()]
        results = [process(worker, source) for worker in workers]
        for result in results:
            self.assertEqual(result[:2], [True, True])
        self.assertNotEqual(results[0][2], results[1][2])
        for worker in workers:
            worker.end()
        server.end()

    def test_nothing_is_imported_that_was_not_asked_for(self):
        server = Server()
        worker = server.fork()
        source = """
            import sys
            class N:
                def process(self, item):
                    return "numpy" in sys.modules
        """
        self.assertIs(process(worker, source), False)
        worker.end()
        server.end()

    def test_what_cannot_be_forked_says_so(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "threaded.py"), "w") as file:
                file.write(
                    "import threading, time\n"
                    "threading.Thread(target=time.sleep, args=(100,), daemon=True).start()\n"
                )
            program = "import sys; sys.path[:0] = [%r, %r]; import graft.forkserver as f; %s"
            run = "sys.exit(f.main(sys.argv[1:]))"
            server = Server("threaded", program=("-c", program % (MAIN, folder, run)))
            self.assertEqual(server.first, ["unfit", "importing threaded starts threads (1)"])
            server.end()
            server = Server("not_there", program=("-c", program % (MAIN, folder, run)))
            self.assertEqual(
                server.first,
                ["unfit", "not_there cannot be imported ahead: No module named 'not_there'"],
            )
            self.assertEqual(server.end(), (0, ""))
            without = "import os; del os.fork; " + run
            server = Server(program=("-c", program % (MAIN, folder, without)))
            self.assertEqual(server.first, ["unfit", f"{sys.platform} has no fork"])
            server.end()
            apple = "sys.platform = 'darwin'; " + run
            server = Server(program=("-c", program % (MAIN, folder, apple)))
            self.assertIn("macOS", server.first[1])
            server.end()

    def test_nonsense_ends_it_with_a_reason(self):
        server = Server()
        server.send("spoon")
        status, printed = server.end()
        self.assertEqual(status, 1)
        self.assertIn("expected a request to fork, got ['spoon']", printed)


if __name__ == "__main__":
    unittest.main()
