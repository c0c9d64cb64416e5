"""The entry points that an embedding JVM calls, with as few crossings per item as can be.

Values travel flat (``graft.flat``), spread over the arguments of the one call that is made anyway.
Every entry point takes ``fail``: a host function that gets a failure, flat; the entry point then
raises nothing. Only a plain output of a single item is returned; all else the host functions get.
"""

from graft import arrays, flat, unflat
from graft.flat import INT
from graft.chain import Chain
from graft.errors import ValueRefusedError
from graft.exchange import Exchange
from graft.failure import Failure, failure_of
from graft.host import Host
from graft.walk import check

_host = Host()
# By handle: the fields of the record that the node says it emits, or none.
_declared = {}


def use_blocks(blocks):
    """From now on long bytes cross as blocks of memory (``graft/bootstrap.py``)."""
    arrays.use_memory(Exchange(blocks))


def load(fail, *unit):
    """Loads a unit."""
    try:
        _host.load(unflat.decode(unit))
    except Failure as failure:
        _tell(fail, failure)


def describe(sink, fail, *unit):
    """Gives the descriptors to ``sink``, flat."""
    try:
        _give(sink, _host.describe(unflat.decode(unit)), "descriptor")
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


def ways_in(handle, emit, fail, *fields):
    """The two functions that take the items of an opened node.

    The first takes an item that has no key and is an int, a float or a str, as it is, and returns
    the output if that is an int or a str: no other way out is as short. The second takes
    ``*key_and_item``, flat. Whatever they do not return, ``emit(*flat)`` gets; it returns whether
    more is wanted. ``fields`` are those of the declared output, if it is a record.
    """
    instance = _host.instances([handle])[0]
    declared = unflat.decode(fields)
    _declared[handle] = declared
    let_out = _way_out(emit, declared)

    def take_plain(value):
        return _host.answer(instance, value, let_out, refused)

    def take(*key_and_item):
        try:
            reader = unflat.Reader(key_and_item, "in")
            key = reader.value()
            value = reader.value()
            _host.step(handle, None, key, value, let_out)
        except Failure as failure:
            _tell(fail, failure)
        except ValueRefusedError as error:
            _tell(fail, failure_of(error, "step"))

    def refused(failure):
        _tell(fail, failure)

    return take_plain, take


def join(emit, reject, wanted, *handles):
    """The functions of a chain of opened nodes that hand values on among themselves.

    ``put_plain(index, value)`` takes an item that is an int, a float or a str, ``put(index, *item)``
    any item, flat; both return an output that is an int or a str and came straight through.
    ``take_back(index, output)`` hears that such an output could not leave. ``flush()`` ends the
    stream for all nodes, ``traffic(sink)`` gives ``[taken, emitted, …]``. ``emit`` gets all other
    outputs. ``reject(link, *failure)`` gets the failures and returns whether to go on;
    ``wanted()`` returns whether anybody wants more.
    """

    def rejected(link, failure):
        return reject(link, *flat.encode(failure.data, "failure"))

    let_out = _way_out(emit, _declared.get(handles[-1]))
    chain = Chain(_host, handles, let_out, rejected, wanted)
    put_plain = chain.put

    def put(index, *item):
        try:
            value = unflat.decode(item)
        except ValueRefusedError as error:
            chain.refuse(index, error)
            return None
        return put_plain(index, value)

    def take_back(index, output):
        try:
            flat.refuse(output, "out")
        except ValueRefusedError as error:
            chain.take_back(index, error)

    def traffic(sink):
        flat.give(sink, chain.traffic(), "traffic")

    return put_plain, put, take_back, chain.flush, traffic


def attend(alarm, tell):
    """Called once, before any node is opened.

    ``alarm(seconds)`` asks for a call of ``go_on``: in so many seconds, when no other call is in
    this interpreter. It is called with a negative number before the first time that it may be.
    ``tell(*notice)`` gets what a user should know although nothing failed, flat.
    """

    def notice(node_id, text, traceback):
        data = {"node": node_id, "text": text, "traceback": traceback}
        tell(*flat.encode(data, "notice"))

    _host.alarm = alarm
    _host.tell = notice


def go_on(wanted):
    """Lets the tasks of nodes go on until ``wanted()`` says that a call waits.

    Returns in how many seconds this should be called again; a negative number if no more.
    """
    seconds = _host.go_on(wanted)
    return -1.0 if seconds is None else seconds


def flush(handle, emit, fail):
    """End of the stream."""
    try:
        _host.flush(handle, _way_out(emit, None))
    except Failure as failure:
        _tell(fail, failure)


def spent(handle, sink, fail):
    """Gives ``sink`` for how many nanoseconds a node's own code ran, or none."""
    try:
        flat.give(sink, _host.spent(handle), "spent")
    except Failure as failure:
        _tell(fail, failure)


def snapshot(handle, sink, fail):
    """Gives ``[[key, state], …]`` to ``sink``, flat."""
    try:
        states = _host.snapshot(handle)
        if sink(*encode_states(states, flat.encode)) is None:
            for key, state in states:
                check(key, "state.key")
                check(state, "state")
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
    """Cleans up and forgets a node."""
    _declared.pop(handle, None)
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


def _give(sink, value, root):
    if flat.give(sink, value, root) is None:
        flat.refuse(value, root)


def _way_out(emit, declared):
    """How the outputs of a node leave."""
    if declared:
        from graft.shaped import giver  # only declared records pay for it

        give = giver(emit, declared)

        def let_out_declared(value, _):
            wanted = give(value)
            if wanted is None:
                flat.refuse(value, "out")
            return wanted

        return let_out_declared

    def let_out(value, _):
        wanted = flat.give(emit, value, "out")
        if wanted is None:
            flat.refuse(value, "out")
        return wanted

    return let_out


def _tell(fail, failure):
    flat.give(fail, failure.data, "failure")
