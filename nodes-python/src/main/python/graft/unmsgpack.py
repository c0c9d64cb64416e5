"""Reads MessagePack: the reverse of ``graft.msgpack``.

Depth is counted, so that no input can exhaust the stack, and no count is trusted with memory
before its items have come.
"""

import struct
import sys

from graft import parts
from graft.errors import RefusedError, ValueRefusedError
from graft.msgpack import EXT_BIG_INT, EXT_SURROGATES, EXT_TUPLE, QUICK_DEPTH
from graft.walk import MAX_DEPTH, too_deep


def decode(data, root="in"):
    """The one value that the bytes hold."""
    reader = _Reader(bytes(data), root)
    limit = sys.getrecursionlimit()
    try:
        value = reader.value(0)
    except (IndexError, struct.error):
        raise ValueRefusedError("INTERNAL", root, "the message is cut short") from None
    finally:
        if reader.deep:
            sys.setrecursionlimit(limit)
    if reader.position != len(reader.data):
        raise ValueRefusedError("INTERNAL", root, "the message is too long")
    return value


_read_f32 = struct.Struct(">f").unpack_from
_read_f64 = struct.Struct(">d").unpack_from


class _Reader:
    """A position in the bytes. Depth is counted, so that no input can exhaust the stack."""

    __slots__ = ("data", "position", "root", "deep")

    def __init__(self, data, root):
        self.data = data
        self.position = 0
        self.deep = False
        self.root = root

    def value(self, depth):
        data = self.data
        head = data[self.position]
        self.position += 1
        if head < 0x80:
            return head
        if head >= 0xE0:
            return head - 0x100
        if head < 0x90:
            return self._dict(head & 0x0F, depth)
        if head < 0xA0:
            return self._list(head & 0x0F, depth)
        if head < 0xC0:
            return self._take(head & 0x1F).decode()
        if head == 0xCB:
            self.position += 8
            return _read_f64(data, self.position - 8)[0]
        return self._rare(head, depth)

    def _rare(self, head, depth):
        if head == 0xC0:
            return None
        if head == 0xC3:
            return True
        if head == 0xC2:
            return False
        if 0xCC <= head <= 0xCF:
            return self._unsigned(1 << (head - 0xCC))
        if 0xD0 <= head <= 0xD3:
            return int.from_bytes(self._take(1 << (head - 0xD0)), "big", signed=True)
        if 0xD9 <= head <= 0xDB:
            return self._take(self._unsigned(1 << (head - 0xD9))).decode()
        if 0xC4 <= head <= 0xC6:
            return self._take(self._unsigned(1 << (head - 0xC4)))
        if 0xDC <= head <= 0xDD:
            return self._list(self._unsigned(2 << (head - 0xDC)), depth)
        if 0xDE <= head <= 0xDF:
            return self._dict(self._unsigned(2 << (head - 0xDE)), depth)
        if 0xD4 <= head <= 0xD8:
            return self._ext(1 << (head - 0xD4), depth)
        if 0xC7 <= head <= 0xC9:
            return self._ext(self._unsigned(1 << (head - 0xC7)), depth)
        if head == 0xCA:
            self.position += 4
            return _read_f32(self.data, self.position - 4)[0]
        raise ValueRefusedError("INTERNAL", self.root, f"unknown byte {head:#x}")

    def _take(self, size):
        start = self.position
        self.position = end = start + size
        if end > len(self.data):
            raise IndexError
        return self.data[start:end]

    def _unsigned(self, size):
        return int.from_bytes(self._take(size), "big")

    def _deeper(self, depth):
        if depth >= MAX_DEPTH:
            raise ValueRefusedError("RANGE", self.root, too_deep())
        if depth >= QUICK_DEPTH and not self.deep:
            # A level takes up to ten frames; decode() sets the limit back.
            self.deep = True
            sys.setrecursionlimit(max(sys.getrecursionlimit(), 12 * MAX_DEPTH))
        return depth + 1

    def _list(self, count, depth):
        depth = self._deeper(depth)
        value = self.value
        return [value(depth) for _ in range(count)]

    def _dict(self, count, depth):
        depth = self._deeper(depth)
        value = self.value
        result = {}
        try:
            for _ in range(count):
                key = value(depth)
                result[key] = value(depth)
        except (ValueRefusedError, IndexError, struct.error):
            raise
        except Exception as error:  # hashing runs code of the keys' classes
            refused = parts.unhashable("a dict", error)
            raise ValueRefusedError(refused.kind, self.root, refused.reason) from None
        if len(result) != count:
            raise ValueRefusedError("INVALID", self.root, parts.EQUAL_KEYS)
        return result

    def _ext(self, size, depth):
        code = self.data[self.position]
        self.position += 1
        if code == EXT_BIG_INT:
            return int.from_bytes(self._take(size), "big", signed=True)
        if code == EXT_SURROGATES:
            return self._take(size).decode("utf-8", "surrogatepass")
        end = self.position + size
        # Only what nests counts as a level; the array of the parts does not.
        level = 1 if code == EXT_TUPLE else parts.level_of(code)
        pieces = self.value(depth - 1 + level)
        if type(pieces) is not list or self.position != end:
            raise ValueRefusedError("INTERNAL", self.root, f"extension {code} is broken")
        if code == EXT_TUPLE:
            return tuple(pieces)
        try:
            return parts.put_together(code, pieces)
        except RefusedError as error:
            raise ValueRefusedError(error.kind, self.root, error.reason) from None
