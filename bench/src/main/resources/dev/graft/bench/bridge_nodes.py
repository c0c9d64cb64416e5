"""What the bridge is measured with: nodes that do nothing but take, give or pass on a value."""

from __future__ import annotations

import struct
import zlib

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="bridge-take",
    version="1.0",
    summary="Takes each item, and says what came if it is asked.",
    state={"asked": bool},
    state_scope="instance",
)
class TakeNode:
    """Takes an item: what is measured is its way in."""

    def __init__(self):
        self.asked = False

    def process(self, item: object) -> object:
        return _told(item) if self.asked else None


@graft.node(
    id="bridge-give",
    version="1.0",
    summary="Emits the value that it holds.",
)
class GiveNode:
    """Gives a value that was made once: what is measured is its way out."""

    def __init__(self, value: Annotated[str, graft.Param(doc="Which value.")]):
        self._value = _made(value)

    def process(self, item: object) -> object:
        return self._value


@graft.node(
    id="bridge-echo",
    version="1.0",
    summary="Emits each item unchanged.",
    pure=True,
)
class EchoNode:
    """Gives back what it takes."""

    def process(self, item: object) -> object:
        return item


def _made(name):
    if name.startswith("bytes-"):
        return _content(int(name[6:]))
    if name.startswith("ordinary-array-"):
        import numpy

        return numpy.frombuffer(_content(int(name[15:]))).copy()
    if name.startswith("array-"):
        return _array(_content(int(name[6:])))
    return {
        "int": 42,
        "str": "hello world",
        "list-5": [1, 2, 3, 4, 5],
        "list-100": list(range(100)),
        "dict": {"key": "value", "number": 42},
        "nested-dict": {
            "data": {"nested": {"value": 42}},
            "array": [1, 2, 3],
            "string": "test",
        },
    }[name]


def _content(size):
    return struct.pack("<128d", *(i * 0.5 for i in range(128))) * (size // 1024)


def _array(content):
    """An array where an output is best put: in a worker, in memory that it shares."""
    array = graft.empty(len(content) // 8)
    if hasattr(array, "flags"):
        import numpy

        array[:] = numpy.frombuffer(content)
        return array
    return graft.NdArray(array.dtype, array.shape, content)


def _told(item):
    """What came: its type and all of it; of much, the checksum and how it came."""
    if type(item) is bytes:
        return f"bytes of {len(item)}, checksum {zlib.crc32(item)}; copied"
    if hasattr(item, "dtype"):
        text = getattr(item.dtype, "str", item.dtype)
        content = item.tobytes()
        told = f"array {text} of {len(content)}, checksum {zlib.crc32(content)}"
        return f"{told}; {_way(item)}"
    return f"{type(item).__name__} {item!r}"


def _way(array):
    """Memory that belongs to a mapped file is another process's."""
    owner = array
    while getattr(owner, "base", None) is not None:
        owner = owner.base
    return "by reference" if type(owner).__name__ == "mmap" else "copied"
