"""Frames over a Unix domain socket: four bytes of length, big-endian, then the body."""

import socket

_HEAD = 4
_BUFFER = 1 << 16


class EndOfStream(Exception):
    """The other side has gone."""


class Channel:
    """One connection; one thread uses it."""

    def __init__(self, connection):
        self.connection = connection
        self._buffer = bytearray(_BUFFER)
        self._view = memoryview(self._buffer)
        self._start = 0
        self._end = 0

    @classmethod
    def connect(cls, path):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(path)
        return cls(connection)

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
        count = self.connection.recv_into(view)
        if count == 0:
            raise EndOfStream
        return count
