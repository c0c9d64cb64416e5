"""Frames over a Unix domain socket: four bytes of length, big-endian, then the body."""

import socket


class EndOfStream(Exception):
    """The other side has gone."""


class Channel:
    """One connection; one thread uses it."""

    def __init__(self, connection):
        self.connection = connection
        self._head = bytearray(4)

    @classmethod
    def connect(cls, path):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.connect(path)
        return cls(connection)

    def receive(self):
        """The body of the next frame."""
        self._fill(self._head)
        body = bytearray(int.from_bytes(self._head, "big"))
        self._fill(body)
        return body

    def send(self, body):
        """Sends one frame, in one write where the system allows."""
        self.connection.sendall(len(body).to_bytes(4, "big") + body)

    def _fill(self, buffer):
        receive = self.connection.recv_into
        count = receive(buffer)
        if count == len(buffer):
            return
        view = memoryview(buffer)
        position = count
        while position < len(buffer):
            if count == 0:
                raise EndOfStream
            count = receive(view[position:])
            position += count
