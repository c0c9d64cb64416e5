"""The entry points that an embedding JVM calls, with as few crossings per item as can be.

Values travel flat (``graft.flat``), spread over the arguments of the one call that is made anyway.
Every entry point takes ``fail``: a host function that gets a failure, flat; it then returns a
value that says so and raises nothing.
"""

from graft import flat, unflat
from graft.errors import ValueRefusedError
from graft.failure import Failure, failure_of
from graft.host import Host

_host = Host()


def load(fail, *unit):
    """True, or false after ``fail``."""
    try:
        _host.load(unflat.decode(unit))
        return True
    except Failure as failure:
        return _tell(fail, failure)


def describe(sink, fail, *unit):
    """Gives the descriptors to ``sink``, flat."""
    try:
        flat.give(sink, _host.describe(unflat.decode(unit)), "descriptor")
        return True
    except Failure as failure:
        return _tell(fail, failure)
    except ValueRefusedError as error:
        return _tell(fail, failure_of(error, "load"))


def open(fail, *spec):
    """The handle (1 and up), or 0 after ``fail``."""
    try:
        return _host.open(unflat.decode(spec, "params"))
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "open"))
    return 0


def process_one(handle, index, emit, fail, *key_and_item):
    """One item. ``emit(*flat)`` gets each output and returns whether more is wanted."""
    try:
        if key_and_item[0] == 0 and 3 <= key_and_item[1] <= 6 and key_and_item[1] != 4:
            # The commonest item by far: no key, and a plain int, float or str.
            key = None
            value = key_and_item[2]
        else:
            reader = unflat.Reader(key_and_item, "in")
            key = reader.value()
            value = reader.value()
        _host.step(handle, index, key, value, lambda out, _: flat.give(emit, out, "out"))
        return True
    except Failure as failure:
        return _tell(fail, failure)
    except ValueRefusedError as error:
        return _tell(fail, failure_of(error, "step", index))


def flush(handle, emit, fail):
    """End of the stream."""
    try:
        _host.flush(handle, lambda out, _: flat.give(emit, out, "out"))
        return True
    except Failure as failure:
        return _tell(fail, failure)


def snapshot(handle, sink, fail):
    """Gives ``[[key, state], …]`` to ``sink``, flat."""
    try:
        sink(*encode_states(_host.snapshot(handle), flat.encode))
        return True
    except Failure as failure:
        return _tell(fail, failure)
    except ValueRefusedError as error:
        return _tell(fail, failure_of(error, "snapshot"))


def restore(handle, fail, *states):
    """The reverse of a snapshot."""
    try:
        _host.restore(handle, unflat.decode(states, "state"))
        return True
    except Failure as failure:
        return _tell(fail, failure)
    except ValueRefusedError as error:
        return _tell(fail, failure_of(error, "restore"))


def close(handle, fail):
    """Cleans up and forgets a node."""
    try:
        _host.close(handle)
        return True
    except Failure as failure:
        return _tell(fail, failure)


def encode_states(states, encode):
    """The states as one value, but with paths that start at the state itself."""
    parts = [flat.LIST_OF, len(states)]
    for key, state in states:
        parts += (flat.LIST_OF, 2)
        parts += encode(key, "state.key")
        parts += encode(state, "state")
    return parts


def _tell(fail, failure):
    flat.give(fail, failure.data, "failure")
    return False
