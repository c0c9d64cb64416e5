"""The operations of the protocol, the same for every transport.

A host owns loaded modules and opened nodes. Each method raises ``graft.failure.Failure`` and
nothing else; ``emit(value, waits)`` is how outputs leave (see ``graft.shapes.Outputs``).
"""

import sys
from time import monotonic_ns

from graft import load, surrogates
from graft.errors import DeadlineExceeded, Interrupt, ProtocolError
from graft.failure import failure_of, together
from graft.instances import Instance, find_class
from graft.shapes import Outputs


# For so long an output may wait for those of the next items of a batch.
PATIENCE_NANOS = 1_000_000
# What outputs are gathered of: graft.runs has a layout for each.
_RUN_TYPES = frozenset((int, float, str))


class Host:
    """One interpreter's nodes."""

    def __init__(self, small_loop=None):
        """``small_loop``: whether waiting must do without sockets; by default on GraalPy."""
        if small_loop is None:
            small_loop = sys.implementation.name == "graalpy"
        self._small_loop = small_loop
        # The loops of nodes, those that are closed until somebody looks. Empty in most hosts.
        self.loops = []
        # Gets what a user should know although nothing failed: node id, text, traceback or none.
        self.tell = _print
        # Is asked to have ``go_on`` called in so many seconds; at first with a negative number.
        self.alarm = None
        self._units = {}
        self._instances = {}
        self._last = 0
        self._let_through = None

    def load(self, unit):
        """Compiles and runs the module of a source text; once per module name."""
        try:
            packages = unit.get("packages")
            if packages:
                from graft import prerequisites  # few nodes declare any

                prerequisites.check(packages)
            if unit["module"] not in self._units:
                self._units[unit["module"]] = load.load(unit)
        except Interrupt as error:
            self._let_through = (error, "load", None, 0)
            raise
        except BaseException as error:
            raise failure_of(error, "load") from None

    def describe(self, unit):
        """The descriptors of a source text, from its syntax tree alone."""
        try:
            from graft.describe import describe

            return describe(unit)
        except Interrupt as error:
            self._let_through = (error, "load", None, 0)
            raise
        except BaseException as error:
            raise failure_of(error, "load") from None

    def open(self, spec):
        """Constructs and initializes a node; returns its handle."""
        try:
            unit = self._units.get(spec["module"])
            if unit is None:
                raise ProtocolError(f"module {spec['module']} is not loaded")
            cls = find_class(unit.module, spec["symbol"])
            notice = self._notices_of(spec.get("node_id"))
            has_clock = spec.get("clock") is not None
            make_loop = lambda: self._make_loop(notice, has_clock)
            kind = _measured() if spec.get("measured") else Instance
            instance = kind(cls, spec, make_loop, unit.may_use_asyncio, notice)
            try:
                instance.open()
            except BaseException:
                _abandon(instance)
                raise
        except Interrupt as error:
            self._let_through = (error, "open", None, 0)
            raise
        except BaseException as error:
            raise failure_of(error, "open") from None
        self._last += 1
        self._instances[self._last] = instance
        return self._last

    def step(self, handle, index, key, value, emit):
        """One item through a node; false if nobody wants more outputs."""
        outputs = Outputs(emit)
        try:
            instance = self._instances[handle]
            return outputs.take(instance.call(key, value), instance.lane)
        except Interrupt as error:
            self._let_through = (error, "step", index, outputs.count)
            raise
        except BaseException as error:
            raise failure_of(self._known(handle, error), "step", index, outputs.count) from None

    def answer(self, instance, value, emit, refused):
        """One item without a key: returns the output if that is an int or a str, emits all others.

        A failure goes to ``refused``.
        """
        outputs = Outputs(emit)
        try:
            result = instance.call(None, value)
            cls = type(result)
            if cls is int or cls is str:
                return result
            outputs.take(result, instance.lane)
        except Interrupt as error:
            self._let_through = (error, "step", None, outputs.count)
            raise
        except BaseException as error:
            refused(failure_of(error, "step", None, outputs.count))
        return None

    def instances(self, handles):
        """The opened nodes of some handles."""
        return [self._instance(handle) for handle in handles]

    def process(self, handle, items, emit, leave):
        """A batch ``[[index, key, value], …]``; ends early when nobody wants more.

        ``leave()`` as for ``run``.
        """
        since = monotonic_ns()
        for index, key, value in items:
            if monotonic_ns() - since > PATIENCE_NANOS:
                leave()
                since = monotonic_ns()
            if self.step(handle, index, key, value, emit) is False:
                return

    def run(self, handle, first, values, emit, emit_run, leave):
        """Items without keys, numbered from ``first``; ends early when nobody wants more.

        Plain outputs of one type are gathered and go to ``emit_run(list)``, all others to
        ``emit``, in their order. ``leave()`` is called every now and then before an item, so that
        no output waits for long.
        """
        plain = []
        kind = None
        index = first
        since = monotonic_ns()
        outputs = Outputs(emit)
        try:
            instance = self._instances[handle]
            call = instance.call
            for value in values:
                if index != first and monotonic_ns() - since > PATIENCE_NANOS:
                    if plain:
                        emit_run(plain)
                        plain = []
                    leave()
                    since = monotonic_ns()
                outputs.count = 0
                result = call(None, value)
                cls = type(result)
                if cls is str and surrogates.splits_pair(result):
                    cls = None  # is refused, at this item and not when a run leaves
                if cls is kind and plain:
                    plain.append(result)
                elif cls in _RUN_TYPES:
                    if plain:
                        emit_run(plain)
                    kind = cls
                    plain = [result]
                elif result is not None:
                    if plain:
                        emit_run(plain)
                        plain = []
                    if not outputs.take(result, instance.lane):
                        return
                index += 1
        except Interrupt as error:
            self._let_through = (error, "step", index, outputs.count)
            raise
        except BaseException as error:
            failure = failure_of(self._known(handle, error), "step", index, outputs.count)
            if plain:
                emit_run(plain)
            raise failure from None
        if plain:
            emit_run(plain)

    def flush(self, handle, emit):
        """End of the stream: keys in order of first use, each also after one that failed."""
        try:
            instance = self._instance(handle)
        except ProtocolError as error:
            raise failure_of(error, "end") from None
        outputs = Outputs(emit)
        failed = []
        wanted = True
        try:
            for key, member in instance.flush_order():
                try:
                    wanted = _end(instance, member, outputs)
                except Interrupt:
                    raise
                except BaseException as error:
                    failure = failure_of(error, "end", None, outputs.count)
                    # As for an item: who used up all memory frees none before this was told, so the
                    # worker ends, and a new one does what this one could not.
                    failure.__context__ = error
                    failed.append(failure.of_session(key))
                    wanted = not isinstance(error, DeadlineExceeded)
                if not wanted:
                    break
        except Interrupt as error:
            self._let_through = (error, "end", None, outputs.count)
            raise
        if failed:
            raise together(failed)
        return wanted

    def spent(self, handle):
        """For how many nanoseconds a node's own code ran; none if nobody measures it."""
        try:
            return self._instance(handle).spent()
        except BaseException as error:
            raise failure_of(error, "end") from None

    def snapshot(self, handle):
        """``[[key, state], …]``; the values are the node's own, to be encoded at once."""
        try:
            return self._instance(handle).snapshot()
        except BaseException as error:
            raise failure_of(error, "snapshot") from None

    def restore(self, handle, states):
        """Sets the state of the keys that are given."""
        try:
            self._instance(handle).restore(states)
        except BaseException as error:
            raise failure_of(error, "restore") from None

    def close(self, handle):
        """Cleans up and forgets a node; a second close does nothing."""
        instance = self._instances.pop(handle, None)
        if instance is None:
            return
        try:
            instance.close()
        except Interrupt as error:
            self._let_through = (error, "close", None, 0)
            raise
        except BaseException as error:
            raise failure_of(error, "close") from None

    def let_through(self):
        """The failure of an exception that might have been an interrupt, and was none."""
        let_through, self._let_through = self._let_through, None
        return None if let_through is None else failure_of(*let_through)

    def close_all(self):
        """Closes what is still open, in reverse order; failures no longer reach anybody."""
        for handle in reversed(list(self._instances)):
            try:
                self.close(handle)
            except Exception:
                pass

    def go_on(self, wanted):
        """Lets the tasks of small loops go on until ``wanted()`` says that a call waits.

        Returns in how many seconds this should be called again, or none.
        """
        from graft.between import until_wanted

        return until_wanted(self._open_loops(), wanted)

    def go_on_until_called(self, channel):
        """Lets the tasks of full loops go on until a channel has a message, if there are any."""
        from graft.between import until_called

        until_called(self._open_loops(), channel)

    def _open_loops(self):
        self.loops = [loop for loop in self.loops if not loop.is_closed()]
        return self.loops

    def _make_loop(self, tell, skips_time):
        loop = _small_loop(tell, self.alarm) if self._small_loop else _full_loop(tell)
        loop.skips_time = skips_time
        self.loops.append(loop)
        return loop

    def _notices_of(self, node_id):
        def notice(text, traceback=None):
            self.tell(node_id, surrogates.readable(text), surrogates.readable(traceback))

        return notice

    def _instance(self, handle):
        instance = self._instances.get(handle)
        if instance is None:
            raise ProtocolError(f"no node has the handle {handle}")
        return instance

    def _known(self, handle, error):
        """The error itself, or what to say instead if the handle was wrong."""
        if handle in self._instances:
            return error
        return ProtocolError(f"no node has the handle {handle}")


def _end(instance, member, outputs):
    """Ends one object of a node; false if nobody wants more."""
    stream = member.stream
    if stream is not None and not outputs.take(instance.finish(stream), instance.lane):
        return False
    return outputs.take(instance.flush(member), instance.lane) is not False


def _measured():
    from graft.measured import MeasuredInstance  # only runs with a profile need it

    return MeasuredInstance


def _abandon(instance):
    """A node whose initialize was started gets its cleanup; the first error is the one to tell."""
    try:
        instance.close()
    except BaseException:
        pass


def _small_loop(tell, alarm):
    from graft.loop import SleepLoop, be_the_default

    if sys.implementation.name == "graalpy":
        be_the_default()
    return SleepLoop(tell, alarm)


def _full_loop(tell):
    from graft.loop import SocketLoop

    return SocketLoop(tell)


def _print(node_id, text, traceback):
    print(f"node {node_id!r}: {text}", traceback or "", sep="\n", file=sys.stderr)
