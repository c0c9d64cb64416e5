"""Ends a worker whose JVM has gone, even while a node hangs.

The main thread sees the end of the socket only between requests. A daemon thread waits for the
hang-up in its own ``poll`` and ends the process after a short grace for the nodes' cleanup.
"""

import _thread
import os
import select
import time

GRACE_SECONDS = 5.0


def watch(channel, grace=GRACE_SECONDS):
    """Starts the watchdog of a channel."""
    if hasattr(select, "poll"):
        # Not of threading: that would wait until the thread runs.
        _thread.start_new_thread(_wait, (channel.connection.fileno(), grace))


def _wait(descriptor, grace):
    poll = select.poll()
    # Hang-up and error are always reported; no event of reading is asked for.
    poll.register(descriptor, getattr(select, "POLLRDHUP", 0))
    poll.poll()
    time.sleep(grace)
    os._exit(3)


def die_with_parent_thread():
    """PR_SET_PDEATHSIG, where there is one: the kernel kills this process with its parent.

    On Linux the parent is the *thread* that started the process. A JVM must therefore ask for it
    only if that thread lives as long as the JVM; a pool's thread or a carrier of virtual threads
    would kill its workers when it retires.
    """
    try:
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, int(signal.SIGKILL), 0, 0, 0)
    except Exception:
        pass  # no ctypes, no prctl: the watchdog remains
