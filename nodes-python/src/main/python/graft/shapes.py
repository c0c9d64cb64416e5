"""What a call of a node gives back, turned into outputs.

A plain value, an awaitable, a generator or an asynchronous generator: which of them is seen only
in the result. ``None`` is no output. Generators are asked only as far as somebody wants more, and
are closed in every case: there may be no reference counting that would do it.
"""

from graft.awaiting import COROUTINE
from graft.errors import Interrupt


def _generator():
    yield


async def _async_generator():
    yield


GENERATOR = type(_generator())
ASYNC_GENERATOR = type(_async_generator())
# What is one value, and nothing that outputs could come out of.
PLAIN = frozenset((bool, int, float, str, bytes, list, tuple, dict))


class Outputs:
    """Where the outputs of one call go; counts them, because a failure tells how many are out.

    ``emit(value, waits)`` hands one value on and says whether more is wanted; ``waits`` tells that
    a generator stands still until then.
    """

    __slots__ = ("emit", "count")

    def __init__(self, emit):
        self.emit = emit
        self.count = 0

    def take(self, result, lane):
        """Hands on all outputs of a result; false as soon as no more are wanted."""
        while True:
            if result is None:
                return True
            cls = type(result)
            if cls in PLAIN:
                wanted = self.emit(result, False)
                self.count += 1
                return wanted
            if cls is GENERATOR:
                return self._drain(result)
            if cls is ASYNC_GENERATOR:
                return self._drain_async(result, lane)
            if cls is COROUTINE or hasattr(cls, "__await__"):
                result = lane.wait(result)
                continue
            wanted = self.emit(result, False)
            self.count += 1
            return wanted

    def _drain(self, generator):
        emit = self.emit
        wanted = True
        try:
            for value in generator:
                if value is None:
                    continue
                wanted = emit(value, True)
                self.count += 1
                if not wanted:
                    break
        except Interrupt:
            raise
        except BaseException:
            _close_quietly(generator.close)
            raise
        generator.close()
        return wanted

    def _drain_async(self, generator, lane):
        emit = self.emit
        wanted = True
        try:
            while True:
                try:
                    value = lane.wait(generator.__anext__())
                except StopAsyncIteration:
                    break
                if value is None:
                    continue
                wanted = emit(value, True)
                self.count += 1
                if not wanted:
                    break
        except Interrupt:
            raise
        except BaseException:
            _close_quietly(lambda: lane.wait(generator.aclose()))
            raise
        lane.wait(generator.aclose())
        return wanted


def _close_quietly(close):
    """Closes after an error: what goes wrong now must not hide it."""
    try:
        close()
    except Exception:
        pass
