"""Waits for what a node returns without being a coroutine itself.

asyncio costs half a second to import in a sandboxed interpreter. A coroutine that never really
suspends needs none of it: it is driven by hand. Only where asyncio is in the game (imported by
anybody, or named in the node's source) a loop is made, one for the whole life of an instance.
"""

import sys

from graft.errors import Interrupt


async def _coroutine():
    return None


_probe = _coroutine()
COROUTINE = type(_probe)
_probe.close()


class Lane:
    """The one lane of an instance: everything of it that waits, waits here."""

    __slots__ = ("_loop", "_make_loop", "_may_use_asyncio")

    def __init__(self, make_loop, may_use_asyncio):
        self._loop = None
        self._make_loop = make_loop
        self._may_use_asyncio = may_use_asyncio

    def wait(self, awaitable):
        """The result of an awaitable."""
        if self.waits_on_a_loop():
            return self.complete(_as_coroutine(awaitable))
        steps = awaitable if type(awaitable) is COROUTINE else awaitable.__await__()
        return drive(steps)

    def waits_on_a_loop(self):
        """Whether asyncio is in the game."""
        return self._may_use_asyncio or "asyncio" in sys.modules

    def complete(self, coroutine):
        """The result of a coroutine on the loop."""
        loop = self.loop()
        task = loop.task_of_call(coroutine)
        try:
            return loop.run_until_complete(task)
        except Interrupt:
            raise
        except BaseException:
            # Raised wherever the loop was: what waits must not go on beside the next item.
            if not task.done():
                task.cancel()
                _let_end(loop, task)
            raise

    def loop(self):
        """The loop of this instance, made when it is first needed."""
        if self._loop is None:
            self._loop = self._make_loop()
        return self._loop

    def enter(self):
        """Before an object is made: what it makes of asyncio must belong to this lane's loop."""
        if self._may_use_asyncio:
            import asyncio

            asyncio.set_event_loop(self.loop())

    def close(self):
        """Cancels the tasks that are still alive, waits for them, and closes the loop."""
        loop, self._loop = self._loop, None
        if loop is None:
            return
        import asyncio

        try:
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            if tasks:
                loop.run_until_complete(asyncio.wait(tasks))
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.tell_failed()
            loop.close()


def _let_end(loop, task):
    try:
        loop.run_until_complete(task)
    except BaseException:
        pass  # what ended the call is what is told


def drive(steps):
    """The result of a coroutine that waits for nothing outside itself."""
    # A generator-like thing: an iterator of __await__ may lack send.
    send = getattr(steps, "send", None)
    try:
        while True:
            if send is None:
                next(steps)
            else:
                send(None)
    except StopIteration as end:
        return end.value


def _as_coroutine(awaitable):
    if type(awaitable) is COROUTINE:
        return awaitable
    return _await(awaitable)


async def _await(awaitable):
    return await awaitable
