"""The in-process codec: a value as one flat sequence of tags and values, in prefix order.

One call hands over one value, however large: a crossing costs more than a value (the tags are in
``docs/worker-protocol.md``). Types are told apart by ``type(x) is``: a subclass would lose what
makes it one.
"""

from graft import arrays, parts
from graft.errors import RefusedError, ValueRefusedError
from graft.walk import APART, DICT, END, LEAF, LIST, MAX_ITEMS, check, walk

NONE = 0
TRUE = 1
FALSE = 2
INT = 3
BIG_INT = 4
FLOAT = 5
STR = 6
BYTES = 7
LIST_OF = 8
TUPLE_OF = 9
DICT_OF = 10
INTS = 11
FLOATS = 12
STRS = 13
DICT_OF_STRS = 14
MADE_OF = 15

# Deeper values take the careful walk, long before the interpreter's own limit of recursion.
QUICK_DEPTH = 60


class _Unusual(Exception):
    """The quick encoder gives up: the careful walk will finish or say why not."""


def give(receive, value, root):
    """Calls ``receive`` with the flat value and returns what it returns.

    That is none if the value arrived as another one; ``refuse`` says why.
    """
    cls = type(value)
    if cls is int:
        return receive(INT, value)
    if cls is str:
        return receive(STR, value)
    if cls is float:
        return receive(FLOAT, value)
    if cls is list and 0 < len(value) < MAX_ITEMS:
        tag = _run_of(value)
        if tag != LIST_OF:
            return receive(tag, len(value), *value)
    return receive(*encode(value, root))


def encode(value, root):
    """The flat list of a value. ``root`` starts the path in errors: ``out``, ``state`` …"""
    flat = []
    try:
        _write(value, flat, 0)
        if len(flat) > MAX_ITEMS:
            check(value, root)
    except (_Unusual, RefusedError, ValueRefusedError):
        return encode_carefully(value, root)
    return flat


def _run_of(items):
    """The tag of a list that holds nothing but ints, floats or strs; else that of any list."""
    cls = type(items[0])
    if cls is int:
        for item in items:
            if type(item) is not int:
                return LIST_OF
        return INTS
    if cls is float:
        for item in items:
            if type(item) is not float:
                return LIST_OF
        return FLOATS
    if cls is str:
        for item in items:
            if type(item) is not str:
                return LIST_OF
        return STRS
    return LIST_OF


def _write(value, flat, depth):
    # Containers write their commonest leaves themselves: a call per leaf would cost more.
    cls = type(value)
    if cls is dict:
        _write_dict(value, flat, depth)
    elif cls is list:
        tag = _run_of(value) if value else LIST_OF
        if tag == LIST_OF:
            _write_items(LIST_OF, value, flat, depth)
        else:
            flat.append(tag)
            flat.append(len(value))
            flat.extend(value)
    elif cls is tuple:
        _write_items(TUPLE_OF, value, flat, depth)
    elif value is None:
        flat.append(NONE)
    elif value is True:
        flat.append(TRUE)
    elif value is False:
        flat.append(FALSE)
    elif cls is int:
        flat.append(INT)
        flat.append(value)
    elif cls is str:
        flat.append(STR)
        flat.append(value)
    elif cls is float:
        flat.append(FLOAT)
        flat.append(value)
    elif cls is bytes:
        shared = arrays.share_bytes(value)
        if shared is None:
            flat.append(BYTES)
            flat.append(value)
        else:
            number, size = shared
            flat += (MADE_OF, parts.SHARED_BYTES, 2, INT, number, INT, size)
    else:
        code, pieces = parts.take_apart(value)
        if code in parts.SETS and len(pieces) > 1:
            pieces = _in_order(pieces)
        flat.append(MADE_OF)
        flat.append(code)
        _write_count(pieces, flat, depth)
        for piece in pieces:
            _write(piece, flat, depth + 1)


def _in_order(items):
    from graft.msgpack import in_order  # only sets pay for it

    return in_order(items)


def _write_count(items, flat, depth):
    if depth > QUICK_DEPTH or len(flat) > MAX_ITEMS:
        raise _Unusual
    flat.append(len(items))


def _write_items(tag, items, flat, depth):
    flat.append(tag)
    _write_count(items, flat, depth)
    for item in items:
        cls = type(item)
        if cls is str:
            flat.append(STR)
            flat.append(item)
        elif cls is float:
            flat.append(FLOAT)
            flat.append(item)
        elif cls is int:
            flat.append(INT)
            flat.append(item)
        else:
            _write(item, flat, depth + 1)


def _write_dict(value, flat, depth):
    start = len(flat)
    flat.append(DICT_OF_STRS)
    _write_count(value, flat, depth)
    for key, item in value.items():
        if type(key) is not str:
            del flat[start:]
            _write_any_dict(value, flat, depth)
            return
        flat.append(key)
        cls = type(item)
        if cls is str:
            flat.append(STR)
            flat.append(item)
        elif cls is int:
            flat.append(INT)
            flat.append(item)
        elif cls is float:
            flat.append(FLOAT)
            flat.append(item)
        else:
            _write(item, flat, depth + 1)


def _write_any_dict(value, flat, depth):
    flat.append(DICT_OF)
    _write_count(value, flat, depth)
    for key, item in value.items():
        if key != key:
            raise _Unusual
        _write(key, flat, depth + 1)
        _write(item, flat, depth + 1)


def refuse(value, root):
    """Raises the error that names the path of what the other side could not take."""
    check(value, root)
    raise ValueRefusedError("INTERNAL", root, "could not be read")


def encode_carefully(value, root):
    """The same without recursion, and with a path in the error."""
    flat = []
    for event, item in walk(value, root):
        if event == LEAF:
            _write(item, flat, 0)
        elif event == APART:
            code, count = item
            flat += (MADE_OF, code, count)
        elif event != END:
            flat += (LIST_OF if event == LIST else DICT_OF if event == DICT else TUPLE_OF, item)
    return flat
