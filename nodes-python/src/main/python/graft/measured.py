"""Nodes of which somebody wants to know how long their own code runs.

What they take and give crosses outside that time, so the rest of what a call takes is conversion and
transport. Only runs with a profile have such nodes; all others pay nothing.
"""

from time import monotonic_ns

from graft.awaiting import Lane
from graft.instances import Instance
from graft.shapes import GENERATOR


class Stopwatch:
    """The time that was spent in some calls."""

    __slots__ = ("nanos",)

    def __init__(self):
        self.nanos = 0

    def result(self, call, *arguments):
        """What a call returns or raises; one inside another counts once.

        If it returns a generator, its steps and its end are timed, too.
        """
        before = self.nanos
        since = monotonic_ns()
        try:
            result = call(*arguments)
        finally:
            self.nanos = before + monotonic_ns() - since
        return self.steps(result) if type(result) is GENERATOR else result

    def steps(self, generator):
        """A generator that does what another one does."""
        try:
            while True:
                since = monotonic_ns()
                try:
                    value = next(generator)
                except StopIteration:
                    return
                finally:
                    self.nanos += monotonic_ns() - since
                yield value
        finally:
            since = monotonic_ns()
            generator.close()
            self.nanos += monotonic_ns() - since


class MeasuredLane(Lane):
    """A lane whose waits are timed."""

    __slots__ = ("_watch",)

    def __init__(self, make_loop, may_use_asyncio, watch):
        super().__init__(make_loop, may_use_asyncio)
        self._watch = watch

    def wait(self, awaitable):
        return self._watch.result(super().wait, awaitable)


class MeasuredInstance(Instance):
    """An opened node that knows for how long its own code ran since it was open."""

    def __init__(self, cls, spec, make_loop, may_use_asyncio, notice=None):
        super().__init__(cls, spec, make_loop, may_use_asyncio, notice)
        self._watch = Stopwatch()
        self.lane = MeasuredLane(make_loop, may_use_asyncio, self._watch)

    def open(self):
        super().open()
        self._watch.nanos = 0

    def call(self, key, value):
        return self._watch.result(super().call, key, value)

    def finish(self, stream):
        return self._watch.steps(super().finish(stream))

    def flush(self, member):
        return self._watch.result(super().flush, member)

    def spent(self):
        return self._watch.nanos
