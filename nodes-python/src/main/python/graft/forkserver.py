"""The main program of a fork server: ``forkserver.py [package …]``.

Imports once what every worker needs, and the packages that it is told, then forks a worker for each
request: that takes milliseconds where a fresh Python takes hundreds. Requests come on standard
input, reports go to standard output, in frames of MessagePack; the end of the input ends the
server, and whatever worker has not ended by itself soon after. There is one thread, always: what is
forked must not hold locks of threads that do not come along.
"""

import gc
import importlib
import io
import os
import select
import signal
import sys
import time

# As in worker.py: the folder of the package, not that of this file.
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:] = [_ROOT] + [
    entry
    for entry in sys.path
    if os.path.abspath(entry or ".") not in (_ROOT, os.path.dirname(os.path.abspath(__file__)))
]

from graft import forked, msgpack, unmsgpack, watchdog, worker  # noqa: E402
from graft.channel import Channel, EndOfStream  # noqa: E402
from graft.errors import ProtocolError  # noqa: E402

# What many a worker imports sooner or later. The first one does not wait for it: the server imports
# one at a time while nobody asks for anything.
_LATER = ("graft.describe", "graft.loop", "asyncio", "decimal", "json", "traceback", "typing")

_IDLE_SECONDS = 0.05

# A worker whose JVM has gone cleans up for so long; one that did not end by then is ended.
GRACE_SECONDS = watchdog.GRACE_SECONDS + 1.0


class UnfitError(Exception):
    """No worker can be forked from this process; the text says why."""


class Pipes:
    """Standard input and output as the two directions of a connection."""

    def __init__(self, requests, reports):
        # Not closed with these objects: in a worker the numbers soon stand for something else.
        self._requests = io.FileIO(requests, "rb", closefd=False)
        self._reports = io.FileIO(reports, "wb", closefd=False)
        self.recv_into = self._requests.readinto
        self.fileno = self._requests.fileno

    def sendall(self, data):
        """Writes all of it."""
        view = memoryview(data)
        while view:
            view = view[self._reports.write(view) :]


class ForkServer:
    """Forks workers, tells which of them ended, and how."""

    def __init__(self, channel):
        self._channel = channel
        self._workers = set()
        self._later = list(_LATER)
        self._is_heard = True
        # Each end of a worker is a byte here, so that one wait is for all there is to wait for.
        self._wake, woken = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(woken, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(woken)

    def serve(self):
        """Answers until the input ends: None then, and in a forked worker its arguments."""
        try:
            while True:
                idle = _IDLE_SECONDS if self._later else None
                ready = select.select((self._channel.connection, self._wake), (), (), idle)[0]
                if not ready:
                    self._import_next()
                if self._wake in ready:
                    self._reap()
                if self._channel.connection in ready:
                    arguments = self._answer_all()
                    if arguments is not None:
                        return arguments
        except (EndOfStream, OSError):
            self._end()
            return None

    def _answer_all(self):
        """Answers one request, and those that came with it: nothing would wake the server for them."""
        while True:
            arguments = self._answer(unmsgpack.decode(self._channel.receive()))
            if arguments is not None or not self._channel.holds_more():
                return arguments

    def _import_next(self):
        try:
            preload(self._later.pop(0))
        except UnfitError:
            pass  # whoever needs it is told
        gc.freeze()

    def _answer(self, request):
        if type(request) is not list or len(request) != 3 or request[0] != "fork":
            raise ProtocolError(f"expected a request to fork, got {request!r}")
        _, number, arguments = request
        try:
            pid = os.fork()
        except OSError as error:
            self._report("failed", number, str(error))
            return None
        if pid == 0:
            return arguments
        try:
            os.setpgid(pid, pid)  # as the worker does: whoever comes first
        except OSError:
            pass  # it has ended
        self._workers.add(pid)
        self._report("forked", number, pid)
        return None

    def _reap(self):
        """Reports what ended. Whatever a worker started and left behind in its group goes, too."""
        try:
            while os.read(self._wake, 512):
                pass
        except BlockingIOError:
            pass
        for pid in list(self._workers):
            if not _has_ended(pid):
                continue
            _, status = os.waitpid(pid, 0)
            self._workers.discard(pid)
            code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
            self._report("ended", pid, code)

    def _report(self, *message):
        if self._is_heard:
            self._channel.send(msgpack.encode(list(message), "report"))

    def _end(self):
        """Nobody listens any more: waits for the workers, and ends those that do not end."""
        self._is_heard = False
        end = time.monotonic() + GRACE_SECONDS
        while self._workers and time.monotonic() < end:
            select.select((self._wake,), (), (), max(0.0, end - time.monotonic()))
            self._reap()
        for pid in self._workers:
            os.kill(pid, signal.SIGKILL)  # none of them was reaped, so each pid is still its own
        while self._workers:
            select.select((self._wake,), (), ())
            self._reap()


def _has_ended(pid):
    """Whether a worker has ended; then its group has, too. It is not reaped, so the pid is its own."""
    if not hasattr(os, "waitid"):
        # Without a look that does not reap, nothing can be known of the group that is not too late.
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        return False
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass  # nothing is left in it
    return True


def preload(*packages):
    """Imports packages, so that no worker has to."""
    for name in packages:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise UnfitError(f"{name} cannot be imported ahead: {error}") from None
        threads = _threads()
        if threads > 1:
            raise UnfitError(f"importing {name} starts threads ({threads - 1})")


def _threads():
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        import threading

        return threading.active_count()


def main(packages):
    """Runs a server; in a worker that it forked, the worker. Returns the exit status."""
    channel = Channel(Pipes(os.dup(0), os.dup(1)))
    worker.environment.keep_output_away()
    try:
        os.setsid()  # what a terminal does to the JVM's group is no concern of the workers
    except OSError:
        pass  # it leads a session already
    gc.disable()
    try:
        if not hasattr(os, "fork"):
            raise UnfitError(f"{sys.platform} has no fork")
        if sys.platform == "darwin":
            raise UnfitError("system libraries of macOS may not be used after a fork")
        preload(*packages)
    except UnfitError as error:
        channel.send(msgpack.encode(["unfit", str(error)], "report"))
        return 0
    hello = worker.hello("")
    channel.send(msgpack.encode(hello, "hello"))
    server = ForkServer(channel)
    gc.freeze()
    arguments = server.serve()
    if arguments is None:
        return 0
    return forked.main(arguments, hello[1]["packages"])


if __name__ == "__main__":
    # The module is __main__ here; tracebacks drop the host's frames by module name.
    __name__ = "graft.forkserver"
    status = 1
    try:
        status = main(sys.argv[1:])
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)  # a worker must not run what the server wanted to do at its end
