"""Which kind of failure an exception is: the part that both languages agree on.

The most specific class wins: the first class of the method resolution order that the table knows.
"""

from graft import errors

INVALID = "INVALID"
TYPE = "TYPE"
NOT_FOUND = "NOT_FOUND"
RANGE = "RANGE"
ARITHMETIC = "ARITHMETIC"
STATE = "STATE"
TIMEOUT = "TIMEOUT"
IO = "IO"
UNSUPPORTED = "UNSUPPORTED"
EXIT = "EXIT"
INTERNAL = "INTERNAL"

_TABLE = {
    ValueError: INVALID,
    errors.ConfigurationError: INVALID,
    TypeError: TYPE,
    KeyError: NOT_FOUND,
    errors.NotFoundError: NOT_FOUND,
    IndexError: RANGE,
    OverflowError: RANGE,
    RecursionError: RANGE,
    ArithmeticError: ARITHMETIC,
    errors.StateError: STATE,
    TimeoutError: TIMEOUT,
    errors.DeadlineExceeded: TIMEOUT,
    OSError: IO,
    NotImplementedError: UNSUPPORTED,
    errors.UnsupportedError: UNSUPPORTED,
    SystemExit: EXIT,
    errors.ProtocolError: INTERNAL,
}


def kind_of(exception):
    """The kind of an exception, ``USER:<class name>`` where no rule names its class."""
    if isinstance(exception, errors.ValueRefusedError):
        return exception.kind
    for cls in type(exception).__mro__:
        kind = _TABLE.get(cls)
        if kind is not None:
            return kind
        # Before Python 3.11 asyncio had a TimeoutError of its own.
        if cls.__name__ == "TimeoutError" and cls.__module__.startswith("asyncio"):
            return TIMEOUT
    return "USER:" + type(exception).__name__
