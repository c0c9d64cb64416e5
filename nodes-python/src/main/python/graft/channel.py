"""Frames over a Unix domain socket: four bytes of length, big-endian, then the body."""

import os
import socket
from time import monotonic_ns

_HEAD = 4
_BUFFER = 1 << 16

# To be woken takes tens of microseconds, longer than a small call: for so long it pays to look again
# and again instead of sleeping.
_SPIN_NANOS = 50_000
# If nothing came meanwhile, so many messages are slept for before the next try; twice as many if it
# fails again. So neither a slow node nor a busy machine pays for the attempt.
_FEWEST_SLEEPS = 16
_MOST_SLEEPS = 4096
_NO_WAIT = getattr(socket, "MSG_DONTWAIT", 0)


class EndOfStream(Exception):
    """The other side has gone."""


class Channel:
    """One connection; one thread uses it. ``eager``: whether to look again before it sleeps."""

    def __init__(self, connection, eager=False):
        self.connection = connection
        self._buffer = bytearray(_BUFFER)
        self._view = memoryview(self._buffer)
        self._start = 0
        self._end = 0
        # With one processor the other side could not run meanwhile.
        self._eager = eager and _NO_WAIT != 0 and _processors() > 1
        self._sleeps = 0
        self._penalty = _FEWEST_SLEEPS

    @classmethod
    def connect(cls, path):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(path)
        return cls(connection, eager=True)

    def receive(self):
        """The body of the next frame."""
        start = self._start
        if self._end - start < _HEAD:
            self._fill(_HEAD)
            start = self._start
        body = start + _HEAD
        size = int.from_bytes(self._buffer[start:body], "big")
        end = body + size
        if end > self._end:
            return self._rest(size)
        self._start = end
        return self._buffer[body:end]

    def holds_more(self):
        """Whether a frame, or the beginning of one, was received with the last."""
        return self._end > self._start

    def send(self, body):
        """Sends one frame, in one write where the system allows."""
        self.connection.sendall(len(body).to_bytes(_HEAD, "big") + body)

    def send_frames(self, frames):
        """Sends frames whose lengths stand before them already."""
        self.connection.sendall(frames)

    def _fill(self, count):
        """Receives until the buffer holds so many bytes."""
        held = self._end - self._start
        self._buffer[:held] = self._buffer[self._start : self._end]
        self._start, self._end = 0, held
        while self._end < count:
            self._end += self._receive_into(self._view[self._end :])

    def _rest(self, size):
        """The body of a frame whose head is there, and perhaps a part of it."""
        frame = bytearray(size)
        held = self._end - self._start - _HEAD
        frame[:held] = self._buffer[self._start + _HEAD : self._end]
        self._start = self._end = 0
        if size - held < _BUFFER:
            self._fill(size - held)
            frame[held:] = self._buffer[: size - held]
            self._start = size - held
        else:
            view = memoryview(frame)
            while held < size:
                held += self._receive_into(view[held:])
        return frame

    def _receive_into(self, view):
        count = self._look(view) if self._eager else self.connection.recv_into(view)
        if count == 0:
            raise EndOfStream
        return count

    def _look(self, view):
        receive = self.connection.recv_into
        if self._sleeps:
            self._sleeps -= 1
            return receive(view)
        end = monotonic_ns() + _SPIN_NANOS
        while True:
            try:
                count = receive(view, 0, _NO_WAIT)
            except BlockingIOError:
                if monotonic_ns() > end:
                    break
            else:
                self._penalty = max(_FEWEST_SLEEPS, self._penalty >> 1)
                return count
        self._sleeps = self._penalty
        self._penalty = min(_MOST_SLEEPS, self._penalty << 1)
        return receive(view)


def _processors():
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
