"""The entry points that an embedding JVM calls, with as few crossings per item as can be.

Values travel flat (``graft.flat``), spread over the arguments of the one call that is made anyway.
Every entry point takes ``fail``: a host function that gets a failure, flat; the entry point then
raises nothing. None of them returns anything: to look at a result costs the host more than a call.
"""

from graft import flat, unflat
from graft.flat import DICT_OF, FLOAT, INT, NONE, STR
from graft.chain import Chain
from graft.errors import ValueRefusedError
from graft.failure import Failure, failure_of
from graft.host import Host

_host = Host()
# By the handle of the first node: a node is in one chain at most, and is closed once.
_chains = {}


def load(fail, *unit):
    """Loads a unit."""
    try:
        _host.load(unflat.decode(unit))
    except Failure as failure:
        _tell(fail, failure)


def describe(sink, fail, *unit):
    """Gives the descriptors to ``sink``, flat."""
    try:
        flat.give(sink, _host.describe(unflat.decode(unit)), "descriptor")
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "load"))


def open(sink, fail, *spec):
    """Gives the handle (1 and up) to ``sink``."""
    try:
        sink(INT, _host.open(unflat.decode(spec, "params")))
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "open"))


def process_one(handle, index, emit, fail, *key_and_item):
    """One item. ``emit(*flat)`` gets each output and returns whether more is wanted."""
    try:
        tag = key_and_item[1] if key_and_item[0] == NONE else DICT_OF
        if tag == INT or tag == STR or tag == FLOAT:
            # The commonest item by far: no key, and a plain int, float or str.
            key = None
            value = key_and_item[2]
        elif tag == NONE:
            key = value = None
        else:
            reader = unflat.Reader(key_and_item, "in")
            key = reader.value()
            value = reader.value()
        _host.step(handle, index, key, value, lambda out, _: flat.give(emit, out, "out"))
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "step", index))


def join(emit, reject, wanted, sink, *handles):
    """Gives ``sink`` the number of a chain of opened nodes that hand values on among themselves.

    ``emit`` gets what the last one emits. ``reject(link, *failure)`` gets the failures and returns
    whether to go on; ``wanted()`` returns whether anybody wants more.
    """

    def rejected(link, failure):
        return reject(link, *flat.encode(failure.data, "failure"))

    chain = Chain(_host, handles, lambda out, _: flat.give(emit, out, "out"), rejected, wanted)
    _chains[handles[0]] = chain
    sink(INT, handles[0])


def chain_one(chain, index, *item):
    """One item through a chain."""
    tag = item[0]
    try:
        value = item[1] if tag == INT or tag == STR or tag == FLOAT else unflat.decode(item)
    except ValueRefusedError as error:
        _chains[chain].refuse(index, error)
    else:
        _chains[chain].put(index, value)


def chain_flush(chain):
    """End of the stream for all nodes of a chain."""
    _chains[chain].flush()


def chain_traffic(chain, sink):
    """Gives ``[taken, emitted, …]`` of the nodes to ``sink``."""
    flat.give(sink, _chains[chain].traffic(), "traffic")


def flush(handle, emit, fail):
    """End of the stream."""
    try:
        _host.flush(handle, lambda out, _: flat.give(emit, out, "out"))
    except Failure as failure:
        _tell(fail, failure)


def snapshot(handle, sink, fail):
    """Gives ``[[key, state], …]`` to ``sink``, flat."""
    try:
        sink(*encode_states(_host.snapshot(handle), flat.encode))
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "snapshot"))


def restore(handle, fail, *states):
    """The reverse of a snapshot."""
    try:
        _host.restore(handle, unflat.decode(states, "state"))
    except Failure as failure:
        _tell(fail, failure)
    except ValueRefusedError as error:
        _tell(fail, failure_of(error, "restore"))


def close(handle, fail):
    """Cleans up and forgets a node, and the chain that it begins."""
    _chains.pop(handle, None)
    try:
        _host.close(handle)
    except Failure as failure:
        _tell(fail, failure)


def let_through(fail):
    """Tells the failure of a foreign exception that came out of an entry point and was no interrupt."""
    failure = _host.let_through()
    if failure is not None:
        _tell(fail, failure)


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
