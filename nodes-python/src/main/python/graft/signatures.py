"""What a function looks like, from its code alone."""

_CO_ASYNC_GENERATOR = 0x200


def is_async_generator(function):
    """Whether a call of it gives an asynchronous generator."""
    code = _code(function)
    return code is not None and bool(code.co_flags & _CO_ASYNC_GENERATOR)


def takes_nothing(function):
    """Whether it has no place for an item."""
    code = _code(function)
    if code is None:
        return False
    return code.co_argcount <= (1 if hasattr(function, "__self__") else 0)


def _code(function):
    """The code below bound methods and partials."""
    while True:
        inner = getattr(function, "__func__", None) or getattr(function, "func", None)
        if inner is None:
            return getattr(function, "__code__", None)
        function = inner
