"""The careful walk over a value: without recursion, knowing the path of everything it meets.

The codecs are fast and recursive, and know no paths. Whenever one of them meets something unusual
(a value that cannot cross, great depth or size) it starts again with this walk, which either
finishes the work or raises the error that names the path. A walk gives events in prefix order:
``(LEAF, value)``, ``(LIST, n)``, ``(TUPLE, n)``, ``(DICT, n)``, ``(APART, (code, n))`` and, after
the items, ``(END, None)``.
"""

from graft import parts, paths, surrogates
from graft.errors import RefusedError, ValueRefusedError

LEAF = 0
LIST = 1
TUPLE = 2
DICT = 3
APART = 4
END = 5

MAX_DEPTH = 1000
MAX_ITEMS = 10_000_000
MAX_BYTES = 1 << 30

_LEAVES = {type(None), bool, int, float, str, bytes}
_CONTAINERS = {list: LIST, tuple: TUPLE, dict: DICT}


def walk(value, root):
    """Yields the events of a value; raises ``ValueRefusedError`` where it cannot cross."""
    # One frame per open container: its children, its identity, for the check of cycles.
    open_children = []
    open_frames = []
    inside = set()
    children = iter(((root, value),))
    count = 0
    depth = 0
    while True:
        step = next(children, None)
        if step is None:
            if not open_children:
                return
            yield END, None
            children = open_children.pop()
            identity, level = open_frames.pop()
            inside.discard(identity)
            depth -= level
            continue
        path, item = step
        count += 1
        if count > MAX_ITEMS:
            raise ValueRefusedError("RANGE", path_text(path), too_many())
        cls = type(item)
        if cls in _LEAVES:
            if cls is str and surrogates.splits_pair(item):
                raise ValueRefusedError("UNSUPPORTED", path_text(path), surrogates.REASON)
            yield LEAF, item
            continue
        if id(item) in inside:
            raise ValueRefusedError("RANGE", path_text(path), "the value contains itself")
        event = _CONTAINERS.get(cls)
        open_children.append(children)
        level = 1
        if event is None:
            code, pieces = _apart(path, item)
            level = parts.level_of(code)
            yield APART, (code, len(pieces))
            children = _pieces(path, code, pieces)
        else:
            yield event, len(item)
            children = _entries(path, item) if event == DICT else _items(path, item)
        depth += level
        if depth > MAX_DEPTH:
            raise ValueRefusedError("RANGE", path_text(path), too_deep())
        inside.add(id(item))
        open_frames.append((id(item), level))


def check(value, root):
    """Walks over a value for the sake of what it may raise."""
    for _ in walk(value, root):
        pass


def too_deep():
    return f"nested deeper than {MAX_DEPTH} levels"


def too_many():
    return f"holds more than {MAX_ITEMS} values; send them as several items, or as an array"


def path_text(path):
    """Writes a path that is a chain of (parent, step, argument); long ones lose their middle."""
    steps = []
    while type(path) is tuple:
        steps.append(path)
        path = path[0]
    text = path
    steps.reverse()
    if len(steps) > 20:
        for _, show, argument in steps[:10]:
            text = show(text, argument)
        text += "…"
        steps = steps[-10:]
    for _, show, argument in steps:
        text = show(text, argument)
    return text


def _apart(path, item):
    try:
        return parts.take_apart(item)
    except RefusedError as error:
        raise ValueRefusedError(error.kind, path_text(path), error.reason) from None


def _items(path, container):
    for index, item in enumerate(container):
        yield (path, paths.at_index, index), item


def _entries(path, container):
    nan_seen = False
    for position, (key, item) in enumerate(container.items()):
        if type(key) is float and key != key:
            if nan_seen:
                raise ValueRefusedError(
                    "INVALID",
                    path_text((path, paths.of_key, position)),
                    "a second key that is NaN, which is one value elsewhere",
                )
            nan_seen = True
        yield (path, paths.of_key, position), key
        yield (path, paths.at_key, key), item


def _pieces(path, code, pieces):
    """The parts of a value; those of a set are its items, of others a matter of the codec."""
    if code in parts.SETS:
        yield from _items(path, pieces)
    else:
        for piece in pieces:
            yield path, piece
