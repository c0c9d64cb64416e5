"""Constructs the object of a node from its parameters."""


def construct(cls, params, node_id):
    """Calls the class with keyword arguments; each object gets fresh lists and dicts."""
    arguments = {name: fresh(value) for name, value in params.items()}
    if node_id is not None and "node_id" not in arguments and _declares(cls, "node_id"):
        arguments["node_id"] = node_id
    positional = [
        arguments.pop(name) for name in _positional_only(cls) if name in arguments
    ]
    return cls(*positional, **arguments)


def fresh(value):
    """A copy in which no list, dict or set is shared with the original."""
    cls = type(value)
    if cls is list:
        return [fresh(item) for item in value]
    if cls is dict:
        return {key: fresh(item) for key, item in value.items()}
    if cls is tuple:
        return tuple([fresh(item) for item in value])
    if cls is set:
        return set(value)
    return value


def _declares(cls, name):
    """Whether an ``__init__`` that keyword arguments reach declares the name."""
    for code in _init_codes(cls):
        count = code.co_argcount + code.co_kwonlyargcount
        if name in code.co_varnames[1:count]:
            return True
        if not code.co_flags & 0x08:  # takes no **kwargs, so nothing gets past it
            return False
    return False


def _positional_only(cls):
    for code in _init_codes(cls):
        return code.co_varnames[1 : code.co_posonlyargcount]
    return ()


def _init_codes(cls):
    for base in cls.__mro__:
        code = getattr(base.__dict__.get("__init__"), "__code__", None)
        if code is not None:
            yield code
