"""Ends a call that takes too long with an exception, when the JVM asks for it.

Standard input is where the JVM asks: eight bytes are the number of a request, as both sides count
them. A thread waits there, and signals the main thread, so that a wait for a lock, a sleep or a read
ends, too. The exception is raised only inside the call that is meant, and never while a message is
on its way.
"""

import _thread
import os
import signal
import threading

from graft.errors import DeadlineExceeded

# Ignored by default, so that it harms nobody who was not told of it, such as a child process.
_SIGNAL = signal.SIGURG


class Interrupts:
    """What may be interrupted, and what is to be."""

    def __init__(self):
        self._number = 0
        self._running = None
        # The request that is not there yet, while tasks of nodes run.
        self._next = None
        self._asked = None
        self._shields = 0

    def listen(self, descriptor):
        """Starts to listen; called once, by the main thread."""
        signal.signal(_SIGNAL, self._on_signal)
        # Not of threading: that would wait until the thread runs.
        _thread.start_new_thread(self._wait, (descriptor, threading.main_thread().ident))

    def received(self):
        """A request has come."""
        self._number += 1

    def __enter__(self):
        """From here on the request may be interrupted."""
        self._running = self._number
        if self._asked is not None:
            try:
                self._raise_if_due()
            except DeadlineExceeded:
                self._running = None
                raise

    def __exit__(self, *_):
        self._running = None

    def between_calls(self, go_on):
        """Lets tasks of nodes run; ended if the request that comes next waits too long for them."""
        try:
            try:
                self._next = self._number + 1
                self._raise_if_due()
                go_on()
            finally:
                self._next = None
        except DeadlineExceeded:
            pass  # the request itself is ended as soon as it is there

    def shield(self):
        """From here on the call must not be interrupted, until ``unshield``."""
        self._shields += 1

    def unshield(self):
        """Raises now what was asked for in the meantime."""
        self._shields -= 1
        self._raise_if_due()

    def ask(self, number):
        """Asks for a request to be interrupted, whatever its thread is doing."""
        self._asked = number

    def _wait(self, descriptor, main):
        while True:
            message = os.read(descriptor, 8)
            if len(message) < 8:
                return
            self.ask(int.from_bytes(message, "big"))
            signal.pthread_kill(main, _SIGNAL)

    def _on_signal(self, *_):
        self._raise_if_due()

    def _raise_if_due(self):
        asked = self._asked
        if asked is None or self._shields:
            return
        if asked == self._running:
            self._asked = None
            raise DeadlineExceeded("the call took too long")
        if asked == self._next:
            # Once; that the request is to be ended stays.
            self._next = None
            raise DeadlineExceeded("the call waited too long for a task")
