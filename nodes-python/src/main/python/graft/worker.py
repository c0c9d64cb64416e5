"""The main program of a CPython worker: ``worker.py <socket> <token> [options]``.

Connects to the JVM's Unix socket, says hello, then answers one request after the other until the
socket ends. Everything a node prints goes to standard error: nothing can disturb the protocol.
"""

import os
import sys

# Run as a script, the first entry of the path is this very folder (unless isolated), in which
# modules would hide others: it is replaced by the folder of the package.
_HERE = os.path.dirname(os.path.abspath(__file__))
_ROOT = os.path.dirname(_HERE)
sys.path[:] = [_ROOT] + [
    entry for entry in sys.path if os.path.abspath(entry or ".") not in (_HERE, _ROOT)
]

from graft import arrays, environment, msgpack, runs, unmsgpack, watchdog  # noqa: E402
from graft.channel import Channel, EndOfStream  # noqa: E402
from graft.errors import DeadlineExceeded, ProtocolError, ValueRefusedError  # noqa: E402
from graft.failure import Failure, failure_of  # noqa: E402
from graft.host import Host  # noqa: E402
from graft.interrupts import Interrupts  # noqa: E402
from graft.limits import Limits  # noqa: E402
from graft.outbox import Outbox  # noqa: E402
from graft.shared import SharedMemory  # noqa: E402

PROTOCOL = 1

# How many arguments a request has; one more tells what the JVM released.
_ARGUMENTS = {
    "load": 1,
    "describe": 1,
    "open": 1,
    "process": 2,
    "flush": 1,
    "spent": 1,
    "snapshot": 1,
    "restore": 2,
    "close": 1,
}

_DONE = msgpack.encode(["done", None], "result")


class Worker:
    """Answers requests from a channel with a host; ``memory`` is shared with the JVM, or None."""

    def __init__(self, channel, host, memory, interrupts, limits):
        self._channel = channel
        self._host = host
        self._memory = memory
        self._interrupts = interrupts
        self._outbox = Outbox(channel, memory)
        self._limits = limits
        self._operations = {
            "load": host.load,
            "describe": host.describe,
            "open": host.open,
            "spent": host.spent,
            "restore": host.restore,
            "close": host.close,
        }
        self._phases = {"process": "step", "flush": "end", "describe": "load"}
        host.tell = self._tell

    def serve(self):
        """Answers until the socket ends."""
        while True:
            if self._host.loops:
                self._interrupts.between_calls(self._go_on)
            frame = self._channel.receive()
            self._interrupts.received()
            answer = self._answer_to(frame)
            del frame
            # Here nothing refers to the request any more: what still lives, the nodes hold.
            self._add_report(answer)
            self._outbox.add(answer)
            self._outbox.send()

    def _go_on(self):
        self._host.go_on_until_called(self._channel)

    def _tell(self, node_id, text, traceback):
        # It leaves with the answer to this request, or to the next one.
        notice = {"node": node_id, "text": text, "traceback": traceback}
        self._outbox.add_notice(msgpack.encode(["told", notice], "notice"))

    def _answer_to(self, frame):
        operation = "?"
        try:
            if frame[:1] == runs.MARK:
                operation = "process"
                with self._interrupts:
                    return self._run(*runs.read_request(frame))
            request = unmsgpack.decode(frame)
            if type(request) is not list or not request:
                raise ProtocolError("a request is a list that starts with its name")
            operation, *arguments = request
            if len(arguments) > _ARGUMENTS.get(operation, len(arguments)):
                self._listen(arguments.pop())
            with self._interrupts:
                return self._answer(operation, arguments)
        except Failure as failure:
            return self._failed(failure)
        except (DeadlineExceeded, ProtocolError, ValueRefusedError, TypeError) as error:
            return self._failed(failure_of(error, self._phases.get(operation, operation)))

    def _failed(self, failure):
        self._limits.explain(failure.data)
        if self._memory is not None:
            self._memory.not_sent()
        return msgpack.encode(["failed", failure.data], "failure")

    def _listen(self, released):
        if self._memory is None or type(released) is not list:
            raise ProtocolError("one argument too many")
        self._memory.released(released)

    def _add_report(self, answer):
        if self._memory is not None:
            kept, dropped = self._memory.report()
            if kept or dropped:
                # The head of a list of two becomes that of a list of four.
                answer[0] += 2
                answer += msgpack.encode(kept, "kept")
                answer += msgpack.encode(dropped, "dropped")

    def _answer(self, operation, arguments):
        if operation == "process":
            result = self._process(*arguments)
        elif operation == "flush":
            result = self._host.flush(*arguments, self._emit) and None
        elif operation == "snapshot":
            return self._snapshot(*arguments)
        elif operation in self._operations:
            result = self._operations[operation](*arguments)
        else:
            raise ProtocolError(f"unknown operation {operation!r}")
        return msgpack.encode(["done", result], "result")

    def _process(self, handle, items):
        self._host.process(handle, items, self._emit, self._leave)

    def _run(self, handle, first, values):
        self._host.run(handle, first, values, self._emit, self._emit_run, self._leave)
        return bytearray(_DONE)

    def _snapshot(self, handle):
        out = bytearray(b"\x92\xa4done")
        states = self._host.snapshot(handle)
        msgpack.write_list_header(len(states), out)
        for key, state in states:
            msgpack.write_list_header(2, out)
            out += msgpack.encode(key, "state.key")
            out += msgpack.encode(state, "state")
        return out

    def _emit(self, value, waits):
        self._interrupts.shield()
        try:
            wanted = self._exchange(value, waits)
        finally:
            self._interrupts.unshield()
        return wanted

    def _emit_run(self, values):
        self._interrupts.shield()
        try:
            self._outbox.add_run(values)
        finally:
            self._interrupts.unshield()

    def _leave(self):
        self._interrupts.shield()
        try:
            self._outbox.send()
        finally:
            self._interrupts.unshield()

    def _exchange(self, value, waits):
        self._outbox.add_output(value, waits)
        if not waits:
            return True
        self._outbox.send()
        reply = unmsgpack.decode(self._channel.receive())
        if type(reply) is not list or reply[:1] not in (["more"], ["stop"]) or len(reply) > 2:
            raise ProtocolError(f"expected more or stop, got {reply!r}")
        if len(reply) == 2:
            self._listen(reply[1])
        return reply[0] == "more"


def hello(token, packages=None):
    """The first message of a worker; ``packages`` if they are known already."""
    return [
        "hello",
        {
            "token": token,
            "protocol": PROTOCOL,
            "implementation": sys.implementation.name,
            "version": "%d.%d.%d" % sys.version_info[:3],
            "cache_tag": sys.implementation.cache_tag,
            "pid": os.getpid(),
            "packages": environment.packages() if packages is None else packages,
        },
    ]


def main(arguments, packages=None):
    """Runs a worker; the exit status is 0 when the socket ended. ``packages`` as in ``hello``."""
    if len(arguments) < 2:
        sys.stderr.write(
            "usage: worker.py <socket> <token> [--interrupts] [--die-with-parent-thread]"
            " [--memory <directory> <name> <budget>] [--limits <name>=<number>,...]\n"
        )
        return 2
    limits = Limits({})
    if "--limits" in arguments[2:]:
        limits = Limits.parse(arguments[arguments.index("--limits") + 1])
    asked_at = os.dup(0)
    environment.keep_output_away()
    if "--die-with-parent-thread" in arguments[2:]:
        watchdog.die_with_parent_thread()
    memory = None
    if "--memory" in arguments[2:]:
        at = arguments.index("--memory") + 1
        directory, name, budget = arguments[at : at + 3]
        memory = SharedMemory(directory, name, int(budget))
        arrays.use_memory(memory)
    limits.apply()
    channel = Channel.connect(arguments[0])
    host = Host()
    try:
        channel.send(msgpack.encode(hello(arguments[1], packages), "hello"))
        # Threads take a while to start: the JVM need not wait for that.
        interrupts = Interrupts()
        if "--interrupts" in arguments[2:]:
            interrupts.listen(asked_at)
        else:
            os.close(asked_at)
        watchdog.watch(channel)
        Worker(channel, host, memory, interrupts, limits).serve()
    except (EndOfStream, OSError):
        pass
    finally:
        host.close_all()
    return 0


if __name__ == "__main__":
    # The module is __main__ here; tracebacks drop the host's frames by module name.
    __name__ = "graft.worker"
    status = main(sys.argv[1:])
    sys.stderr.flush()
    # Threads that a node left behind must not keep a worker alive that nobody talks to.
    os._exit(status)
