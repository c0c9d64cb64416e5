"""The messages that leave a worker, gathered so that few calls to the system send them.

A request with one item is answered in one write. In a batch an output waits for the next ones, but
never for long: the host says when it is to leave.
"""

from graft import msgpack, runs

# As much as a socket takes at once.
_FULL = 1 << 16
_HEAD = 4


class Outbox:
    """What waits to be sent over a channel; ``memory`` is shared with the JVM, or None."""

    def __init__(self, channel, memory):
        self._channel = channel
        self._memory = memory
        self._waiting = bytearray()

    def add_notice(self, message):
        """Lets a message wait that belongs to no request, and has no arrays in it."""
        waiting = self._waiting
        waiting += len(message).to_bytes(_HEAD, "big")
        waiting += message

    def add(self, message):
        """Lets one message wait."""
        waiting = self._waiting
        waiting += len(message).to_bytes(_HEAD, "big")
        waiting += message
        if self._memory is not None:
            self._memory.sent()
        if len(waiting) > _FULL:
            self.send()

    def add_output(self, value, waits):
        """Lets an output wait; ``waits`` tells that a generator does."""
        # The head is ["out", …] with three elements; only the value can be refused.
        out = bytearray(b"\x93\xa3out")
        if self._memory is not None:
            self._memory.not_sent()
        out += msgpack.encode(value, "out")
        out.append(0xC3 if waits else 0xC2)
        self.add(out)

    def add_run(self, values):
        """Lets outputs of one plain type wait."""
        try:
            message = runs.write_answer(values)
        except runs.Unfit:
            for value in values:
                self.add_output(value, False)
        else:
            self.add(message)

    def send(self):
        """Sends what waits."""
        if self._waiting:
            waiting, self._waiting = self._waiting, bytearray()
            self._channel.send_frames(waiting)
