"""The time as a run has it, which a test lets stand still."""

# Where the host puts the time of a run whose clock is not that of the machine.
ATTRIBUTE = "_graft_clock"


def now(node):
    """The time for a node, which gives itself: an aware ``datetime`` in UTC.

    It is the machine's, unless the run that opened the node has another clock: then the time that
    clock showed when the node was opened.
    """
    from datetime import datetime, timedelta, timezone  # few nodes need them

    micros = getattr(node, ATTRIBUTE, None)
    if micros is None:
        return datetime.now(timezone.utc)
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=micros)


def fix(node, micros):
    """Lets the time stand still for a node: microseconds since 1970."""
    try:
        setattr(node, ATTRIBUTE, micros)
    except AttributeError:  # a class with __slots__; it then has the time of the machine
        pass
