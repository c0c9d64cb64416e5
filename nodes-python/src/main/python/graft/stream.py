"""Nodes that take the whole stream: ``process`` is called once, with all items as an iterator.

Items come one at a time, and whoever brings one wants its outputs before the next. A node of this
kind asks for its items itself. So its generator runs in a task that stands still where it wants an
item that has not come yet, or has an output that nobody has taken: nothing is read ahead, and no
thread is needed. A generator that never really waits for anything else is driven by hand, like any
coroutine (see ``graft.awaiting``); otherwise it lives on the loop of its instance.
"""

import types
from collections import deque

from graft.errors import Interrupt

# How many turns of the loop other tasks of a node may take after one of them wants an item that is
# not there, before the node as a whole counts as waiting.
_TURNS = 20

_STARVED = object()
_OUTPUT = object()


class WholeStream:
    """The one call of ``process``, as one call per item and one for the end.

    After an exception of the node the next item starts a new call, which gets the rest. When the
    generator ends before its input does, or nobody wants more outputs, the rest is not looked at.
    """

    __slots__ = ("_process", "_lane", "_run", "_started", "_over")

    def __init__(self, process, lane):
        self._process = process
        self._lane = lane
        self._run = None
        self._started = False
        self._over = False

    @property
    def unsaveable(self):
        """Whether a new generator would not go on where this one is, or was when it ended."""
        return self._run is not None or self._over

    def take(self, value):
        """Generates what comes out after an item went in."""
        if self._over:
            return
        run = self._run or self._start()
        run.give(value)
        yield from self._outputs(run)

    def finish(self):
        """Generates what comes out when the input has ended."""
        if self._over or (self._started and self._run is None):
            return
        run = self._run or self._start()
        run.end()
        yield from self._outputs(run)
        self._over = True

    def close(self):
        """Closes the generator, if it still runs: what it has under ``finally`` is done."""
        run, self._run = self._run, None
        self._over = True
        if run is not None:
            run.close()

    def _start(self):
        self._started = True
        loop = self._lane.loop() if self._lane.waits_on_a_loop() else None
        self._run = _ByHand(self._process) if loop is None else _OnLoop(self._process, loop)
        return self._run

    def _outputs(self, run):
        try:
            while run.advance():
                yield run.output
        except GeneratorExit:
            self.close()
            raise
        except Interrupt:
            self._run = None
            raise
        except BaseException:
            self._run = None
            _close_quietly(run)
            raise
        if run.ended:
            self._run = None
            self._over = True


class _Input:
    """The asynchronous iterator that a node gets."""

    __slots__ = ("_items", "_wait", "ended")

    def __init__(self, wait):
        self._items = deque()
        self._wait = wait
        self.ended = False

    def put(self, value):
        self._items.append(value)

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self._items:
            if self.ended:
                raise StopAsyncIteration
            await self._wait()
        return self._items.popleft()


class _ByHand:
    """A run without a loop: what the coroutine yields says why it stands still."""

    def __init__(self, process):
        self.output = None
        self.ended = False
        self._input = _Input(lambda: _stand_still(_STARVED))
        self._generator = process(self._input)
        self._steps = self._consume()

    def give(self, value):
        self._input.put(value)

    def end(self):
        self._input.ended = True

    def advance(self):
        """Goes on to the next output; false if an item is wanted first, or all is done."""
        while True:
            try:
                reason = self._steps.send(None)
            except StopIteration:
                self.ended = True
                return False
            if reason is _OUTPUT:
                return True
            if reason is _STARVED:
                return False

    def close(self):
        from graft.awaiting import drive

        self._steps.close()
        drive(self._generator.aclose())

    async def _consume(self):
        async for value in self._generator:
            self.output = value
            await _stand_still(_OUTPUT)


@types.coroutine
def _stand_still(reason):
    yield reason


class _OnLoop:
    """A run on a loop, in one task for its whole life, as a node with tasks of its own needs it."""

    def __init__(self, process, loop):
        self.output = None
        self.ended = False
        self._loop = loop
        self._input = _Input(self._starve)
        self._generator = process(self._input)
        self._task = loop.task_of_call(self._consume())
        self._task.add_done_callback(lambda _: self._tell(None))
        # Who wants an item; more than one, if tasks of the node share the input.
        self._readers = []
        # What the consumer waits for after an output.
        self._taken = None
        # Whether nobody has been given the output yet: it may have come between calls.
        self._fresh = False
        # What ``advance`` waits for: whether there is an output, or None at the end.
        self._told = None

    def give(self, value):
        self._input.put(value)
        self._wake()

    def end(self):
        self._input.ended = True
        self._wake()

    def advance(self):
        """Goes on to the next output; false if an item is wanted first, or all is done."""
        if self._fresh:
            self._fresh = False
            return True
        told = self._told = self._loop.create_future()
        if self._taken is not None:
            self._taken.set_result(None)
            self._taken = None
        if self._task.done():
            self._tell(None)
        elif self._readers:
            self._wait_a_little(_TURNS)
        there_is_one = self._loop.run_until_complete(told)
        if there_is_one is None:
            self.ended = True
            self._task.result()
        elif there_is_one:
            self._fresh = False
        return bool(there_is_one)

    def close(self):
        self._task.cancel()
        self._loop.run_until_complete(self._end())

    async def _end(self):
        import asyncio

        await asyncio.wait([self._task])
        await self._generator.aclose()
        if not self.ended and not self._task.cancelled():
            self._task.result()

    async def _consume(self):
        async for value in self._generator:
            self.output = value
            self._fresh = True
            self._taken = self._loop.create_future()
            self._tell(True)
            await self._taken

    async def _starve(self):
        item_is_there = self._loop.create_future()
        self._readers.append(item_is_there)
        if len(self._readers) == 1:
            self._wait_a_little(_TURNS)
        try:
            await item_is_there
        finally:
            if item_is_there in self._readers:
                self._readers.remove(item_is_there)

    def _wait_a_little(self, turns):
        told = self._told

        def turn(left):
            if told is self._told and not told.done() and self._readers:
                if left == 0:
                    self._tell(False)
                else:
                    self._loop.call_soon(turn, left - 1)

        turn(turns)

    def _tell(self, what):
        if self._told is not None and not self._told.done():
            self._told.set_result(what)

    def _wake(self):
        readers, self._readers = self._readers, []
        for reader in readers:
            if not reader.done():
                reader.set_result(None)


def _close_quietly(run):
    """Closes after an error: what goes wrong now must not hide it."""
    try:
        run.close()
    except Exception:
        pass
