"""Objects that stay in this interpreter while a reference to them travels.

What cannot cross may be wrapped in ``Opaque``: the reference can be kept, passed on and handed
back, here and nowhere else.
"""

import sys
import time

from graft.errors import RefusedError

MAX_LENT = 100000


def _new_host():
    return f"{sys.implementation.name}-{time.time_ns():x}"


_HOST = _new_host()
_lent = {}
_last = 0


class Opaque:
    """Wraps an object of any class; ``value`` is the object."""

    __slots__ = ("value", "_id")

    def __init__(self, value):
        self.value = value
        self._id = None

    def release(self):
        """Forgets the references that are out; those that come back are refused."""
        if self._id is not None:
            _lent.pop(self._id, None)
            self._id = None

    def __repr__(self):
        return f"Opaque({self.value!r})"


def be_another_host():
    """Called by a process that was forked from one that had imported this module."""
    global _HOST
    _HOST = _new_host()


def lend(wrapper):
    """The parts of a reference."""
    global _last
    if wrapper._id is None:
        if len(_lent) >= MAX_LENT:
            raise RefusedError(
                "RANGE", f"more than {MAX_LENT} opaque references are out; call release()"
            )
        _last += 1
        wrapper._id = _last
        _lent[_last] = wrapper
    return [_HOST, wrapper._id, type(wrapper.value).__name__]


def take_back(parts):
    """The wrapper that a reference means."""
    host, number, name = parts
    if host != _HOST:
        raise RefusedError(
            "UNSUPPORTED", f"the opaque {name} belongs to {host}, this is {_HOST}; convert it there"
        )
    wrapper = _lent.get(number)
    if wrapper is None:
        raise RefusedError("STATE", f"the opaque {name} was released")
    return wrapper
