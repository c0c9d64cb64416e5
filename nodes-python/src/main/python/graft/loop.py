"""An event loop without sockets, for interpreters that have no I/O.

The usual loops wake themselves through a pair of sockets, which a sandbox refuses. This one only
sleeps until its next timer; another thread can still wake it. It offers everything of asyncio but
sockets, pipes, subprocesses and signals. Imported only when a node really waits.
"""

import asyncio
import threading


class _Sleeper:
    """Stands where a loop keeps its selector: there is nothing to select, only time to pass."""

    def __init__(self):
        self._woken = threading.Event()

    def select(self, timeout):
        if timeout is None or timeout > 0:
            self._woken.wait(timeout)
        self._woken.clear()
        return ()

    def wake(self):
        self._woken.set()


class SleepLoop(asyncio.BaseEventLoop):
    """A loop that knows timers and callbacks, and nothing of the outside."""

    def __init__(self):
        super().__init__()
        self._selector = _Sleeper()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.wake()

    def _run_once(self):
        # Without timers and callbacks only another thread could ever wake the loop: without one,
        # better an error than a silent hang.
        if not self._ready and not self._scheduled and threading.active_count() == 1:
            raise RuntimeError("the node waits for something that nothing will ever do")
        super()._run_once()


class _SleepPolicy(asyncio.DefaultEventLoopPolicy):
    """Makes ``asyncio.run`` work where there are no sockets."""

    _loop_factory = SleepLoop


def be_the_default():
    """Lets this loop be what asyncio makes by itself, too, in an interpreter without I/O."""
    if not isinstance(asyncio.get_event_loop_policy(), _SleepPolicy):
        asyncio.set_event_loop_policy(_SleepPolicy())


def full_loop():
    """The interpreter's own loop, with sockets and subprocesses."""
    return asyncio.new_event_loop()
