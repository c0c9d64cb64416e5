"""The in-process codec: a value as one flat sequence of tags and values, in prefix order.

One call hands over one value, however large: a crossing costs more than a value (the tags are in
``docs/worker-protocol.md``). Types are told apart by ``type(x) is``: a subclass would lose what
makes it one, so it is refused rather than flattened.
"""

from graft.errors import ValueRefusedError
from graft.walk import DICT, END, LEAF, LIST, MAX_DEPTH, walk

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

_MIN = -(1 << 63)
_MAX = (1 << 63) - 1
# Deeper values take the careful walk, long before the interpreter's own limit of recursion.
_QUICK_DEPTH = 60


class _Unusual(Exception):
    """The quick encoder gives up: the careful walk will finish or say why not."""


def encode(value, root):
    """The flat list of a value. ``root`` starts the path in errors: ``out``, ``state`` …"""
    cls = type(value)
    if cls is int:
        if _MIN <= value <= _MAX:
            return [INT, value]
        return [BIG_INT, format(value, "x")]
    if cls is str:
        return [STR, value]
    if cls is float:
        return [FLOAT, value]
    flat = []
    try:
        _write(value, flat.append, 0)
    except _Unusual:
        return _encode_carefully(value, root)
    return flat


def _write(value, put, depth):
    # Containers write their commonest leaves themselves: a call per leaf would cost more.
    cls = type(value)
    if cls is dict:
        if depth > _QUICK_DEPTH:
            raise _Unusual
        put(DICT_OF)
        put(len(value))
        for key, item in value.items():
            if type(key) is str:
                put(STR)
                put(key)
            else:
                _write(key, put, depth + 1)
            cls = type(item)
            if cls is int and _MIN <= item <= _MAX:
                put(INT)
                put(item)
            elif cls is str:
                put(STR)
                put(item)
            elif cls is float:
                put(FLOAT)
                put(item)
            else:
                _write(item, put, depth + 1)
    elif cls is list or cls is tuple:
        if depth > _QUICK_DEPTH:
            raise _Unusual
        put(LIST_OF if cls is list else TUPLE_OF)
        put(len(value))
        for item in value:
            cls = type(item)
            if cls is int and _MIN <= item <= _MAX:
                put(INT)
                put(item)
            elif cls is str:
                put(STR)
                put(item)
            elif cls is float:
                put(FLOAT)
                put(item)
            else:
                _write(item, put, depth + 1)
    elif value is None:
        put(NONE)
    elif value is True:
        put(TRUE)
    elif value is False:
        put(FALSE)
    elif cls is int:
        if _MIN <= value <= _MAX:
            put(INT)
            put(value)
        else:
            put(BIG_INT)
            put(format(value, "x"))
    elif cls is str:
        put(STR)
        put(value)
    elif cls is float:
        put(FLOAT)
        put(value)
    elif cls is bytes:
        put(BYTES)
        put(value)
    else:
        raise _Unusual


def _encode_carefully(value, root):
    flat = []
    tags = {LIST: LIST_OF, DICT: DICT_OF}
    for event, item in walk(value, root):
        if event == LEAF:
            _write(item, flat.append, 0)
        elif event != END:
            flat.append(tags.get(event, TUPLE_OF))
            flat.append(item)
    return flat


def decode(flat, root="in"):
    """The one value of a flat sequence."""
    return read(iter(flat).__next__, root)


def read(following, root="in"):
    """Reads one value; ``following`` gives the next element of the flat sequence."""
    tag = following()
    if tag == INT or tag == STR or tag == FLOAT:
        return following()
    if tag < LIST_OF:
        return _leaf(tag, following)
    return _Reader(following, root).container(tag, 1)


def _leaf(tag, following):
    if tag == NONE:
        return None
    if tag == TRUE:
        return True
    if tag == FALSE:
        return False
    if tag == BIG_INT:
        return int(following(), 16)
    if tag == BYTES:
        return following().encode("latin-1")
    return following()


class _Reader:
    """Reads containers. Depth is counted, so that no input can exhaust the stack."""

    __slots__ = ("following", "root")

    def __init__(self, following, root):
        self.following = following
        self.root = root

    def value(self, depth):
        following = self.following
        tag = following()
        if tag == INT or tag == STR or tag == FLOAT:
            return following()
        if tag < LIST_OF:
            return _leaf(tag, following)
        return self.container(tag, depth + 1)

    def container(self, tag, depth):
        if depth > _QUICK_DEPTH:
            return self._deep_container(tag, depth)
        following = self.following
        count = following()
        if tag == DICT_OF:
            return self._dict(count, depth)
        items = []
        add = items.append
        for _ in range(count):
            inner = following()
            if inner == INT or inner == STR or inner == FLOAT:
                add(following())
            elif inner < LIST_OF:
                add(_leaf(inner, following))
            else:
                add(self.container(inner, depth + 1))
        if tag == LIST_OF:
            return items
        if tag == TUPLE_OF:
            return tuple(items)
        raise ValueRefusedError("INTERNAL", self.root, f"unknown tag {tag}")

    def _dict(self, count, depth):
        value = self.value
        result = {}
        try:
            for _ in range(count):
                key = value(depth)
                result[key] = value(depth)
        except TypeError as error:
            raise ValueRefusedError("TYPE", self.root, str(error)) from None
        return result

    def _deep_container(self, tag, depth):
        """Reads without recursion: a stack of (tag, items still missing, items)."""
        following = self.following
        stack = []
        while True:
            if tag >= LIST_OF:
                if depth + len(stack) > MAX_DEPTH:
                    raise ValueRefusedError(
                        "RANGE", self.root, f"nested deeper than {MAX_DEPTH} levels"
                    )
                count = following()
                stack.append([tag, count * 2 if tag == DICT_OF else count, []])
            else:
                stack[-1][2].append(_leaf(tag, following))
            while len(stack[-1][2]) == stack[-1][1]:
                whole = _assemble(*stack.pop(), self.root)
                if not stack:
                    return whole
                stack[-1][2].append(whole)
            tag = following()


def _assemble(tag, count, items, root):
    if tag == LIST_OF:
        return items
    if tag == TUPLE_OF:
        return tuple(items)
    if tag != DICT_OF:
        raise ValueRefusedError("INTERNAL", root, f"unknown tag {tag}")
    try:
        return dict(zip(items[::2], items[1::2]))
    except TypeError as error:
        raise ValueRefusedError("TYPE", root, str(error)) from None
