"""The event loops of nodes. Imported only when a node really waits.

Each node that waits has a loop for its whole life, which runs while a call of the node waits, and
between calls when something is due (``graft.between``). In an interpreter with I/O it is asyncio's
own. Elsewhere it is one without sockets: the usual loops wake themselves through a pair of them,
which a sandbox refuses.
"""

import asyncio
import threading

from graft.between import due_at
from graft.tending import Tended

# After so many seconds it is looked again whether a thread is left that could wake a loop.
_LOOK = 0.1


class _Sleeper:
    """Stands where a loop keeps its selector: there is nothing to select, only time to pass."""

    def __init__(self):
        self._woken = threading.Event()

    def select(self, timeout):
        if timeout is None or timeout > 0:
            self._woken.wait(timeout)
        self._woken.clear()
        return ()

    def await_wake(self, seconds):
        """Whether somebody woke it meanwhile; the next ``select`` still returns at once."""
        return self._woken.wait(seconds)

    def wake(self):
        self._woken.set()


class SleepLoop(Tended, asyncio.BaseEventLoop):
    """A loop that knows timers and callbacks, and nothing of the outside.

    It offers everything of asyncio but sockets, pipes, subprocesses and signals; another thread can
    still wake it. Between calls nobody runs it by itself: ``alarm(seconds)`` asks for that, with a
    negative number when the loop is made.
    """

    def __init__(self, tell=None, alarm=None):
        super().__init__(tell)
        self._selector = _Sleeper()
        self._alarm = alarm or _nobody
        # When the alarm will go off, in the time of this loop.
        self.alarmed = None
        self._alarm(-1.0)

    def create_task(self, coro, **more):
        task = super().create_task(coro, **more)
        self._ask_for_a_turn()
        return task

    def call_at(self, when, callback, *args, context=None):
        timer = super().call_at(when, callback, *args, context=context)
        self._ask_for_a_turn()
        return timer

    def run_until_complete(self, future):
        try:
            return super().run_until_complete(future)
        finally:
            self._ask_for_a_turn()

    def _ask_for_a_turn(self):
        """What is due later, or now, is nobody's call: somebody has to run the loop for it."""
        if self.is_running():
            return
        when = due_at(self)
        if when is not None and (self.alarmed is None or when < self.alarmed):
            self.alarmed = when
            self._alarm(max(0.0, when - self.time()))

    def _process_events(self, event_list):
        pass

    def _only_time_passes(self):
        return super()._only_time_passes() and not _has_other_threads()

    def _write_to_self(self):
        self._selector.wake()
        if not self.is_running():
            self._alarm(0.0)

    def _run_once(self):
        # Without timers and callbacks only another thread could ever wake the loop: without one,
        # better an error than a silent hang. A thread may end without waking anybody.
        while not self._ready and not self._scheduled:
            if not _has_other_threads():
                raise RuntimeError("the node waits for something that nothing will ever do")
            if self._selector.await_wake(_LOOK):
                break
        super()._run_once()


class SocketLoop(Tended, asyncio.SelectorEventLoop):
    """The interpreter's own loop, with sockets and subprocesses."""

    def _only_time_passes(self):
        # Beside its own, with which other threads wake it, no socket is looked at.
        return super()._only_time_passes() and len(self._selector.get_map()) < 2


class _SleepPolicy(asyncio.DefaultEventLoopPolicy):
    """Makes ``asyncio.run`` work where there are no sockets."""

    _loop_factory = SleepLoop


def be_the_default():
    """Lets this loop be what asyncio makes by itself, too, in an interpreter without I/O."""
    if not isinstance(asyncio.get_event_loop_policy(), _SleepPolicy):
        asyncio.set_event_loop_policy(_SleepPolicy())


def _has_other_threads():
    """Those that Python started; an embedder's, which come and go with calls, wake nobody."""
    ours = (threading._MainThread, threading._DummyThread)
    return any(not isinstance(thread, ours) for thread in threading.enumerate())


def _nobody(seconds):
    """A loop that was not made for a node is run by whoever made it, and by nobody else."""
