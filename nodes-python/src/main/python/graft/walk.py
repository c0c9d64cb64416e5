"""The careful walk over a value: without recursion, knowing the path of everything it meets.

The codecs are fast and recursive, and know no paths. Whenever one of them meets something unusual
(a type that cannot cross, great depth) it starts again with this walk, which either finishes the
work or raises the error that names the path. A walk gives events in prefix order:
``(LEAF, value)``, ``(LIST, n)``, ``(TUPLE, n)``, ``(DICT, n)`` and, after the items,
``(END, None)``.
"""

from graft import paths
from graft.errors import ValueRefusedError

LEAF = 0
LIST = 1
TUPLE = 2
DICT = 3
END = 4

MAX_DEPTH = 1000

_LEAVES = {type(None), bool, int, float, str, bytes}
_CONTAINERS = {list: LIST, tuple: TUPLE, dict: DICT}
_BASES = (bool, int, float, str, bytes, list, tuple, dict)


def walk(value, root):
    """Yields the events of a value; raises ``ValueRefusedError`` where it cannot cross."""
    # One frame per open container: its children, its identity, for the check of cycles.
    open_children = []
    open_ids = []
    inside = set()
    children = iter(((root, value),))
    while True:
        step = next(children, None)
        if step is None:
            if not open_children:
                return
            yield END, None
            children = open_children.pop()
            inside.discard(open_ids.pop())
            continue
        path, item = step
        cls = type(item)
        if cls in _LEAVES:
            yield LEAF, item
            continue
        event = _CONTAINERS.get(cls)
        if event is None:
            raise ValueRefusedError("TYPE", path_text(path), _refusal(cls))
        if id(item) in inside:
            raise ValueRefusedError("RANGE", path_text(path), "the value contains itself")
        if len(open_ids) >= MAX_DEPTH:
            raise ValueRefusedError(
                "RANGE", path_text(path), f"nested deeper than {MAX_DEPTH} levels"
            )
        yield event, len(item)
        inside.add(id(item))
        open_ids.append(id(item))
        open_children.append(children)
        children = _entries(path, item) if event == DICT else _items(path, item)


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


def _items(path, container):
    for index, item in enumerate(container):
        yield (path, paths.at_index, index), item


def _entries(path, container):
    for position, (key, item) in enumerate(container.items()):
        yield (path, paths.of_key, position), key
        yield (path, paths.at_key, key), item


def _refusal(cls):
    for base in _BASES:
        if issubclass(cls, base):
            return f"{cls.__name__} (a subclass of {base.__name__}) cannot cross yet"
    return f"{cls.__name__} cannot cross yet"
