"""MessagePack for exactly the values that cross, bytes-equal to what msgpack-core writes.

Written here, because the host may use no third-party package; every value takes its smallest
encoding, as the specification says, so that equal values have equal bytes in both languages.
Three extension types keep what plain MessagePack would lose: see ``docs/worker-protocol.md``.
"""

import struct
import sys

from graft.errors import ValueRefusedError
from graft.walk import DICT, END, LEAF, LIST, MAX_DEPTH, walk

EXT_BIG_INT = 1
EXT_SURROGATES = 2
EXT_TUPLE = 3

_MIN = -(1 << 63)
_MAX = (1 << 63) - 1
_QUICK_DEPTH = 60

_u16 = struct.Struct(">BH").pack
_u32 = struct.Struct(">BI").pack
_u64 = struct.Struct(">BQ").pack
_i8 = struct.Struct(">Bb").pack
_i16 = struct.Struct(">Bh").pack
_i32 = struct.Struct(">Bi").pack
_i64 = struct.Struct(">Bq").pack
_f64 = struct.Struct(">Bd").pack

_FIXED_EXT = {1: 0xD4, 2: 0xD5, 4: 0xD6, 8: 0xD7, 16: 0xD8}


class _Unusual(Exception):
    """The quick encoder gives up: the careful walk will finish or say why not."""


def encode(value, root):
    """The bytes of a value. ``root`` starts the path in errors."""
    out = bytearray()
    try:
        _write(value, out, 0)
    except _Unusual:
        return _encode_carefully(value, root)
    return out


def _write(value, out, depth):
    cls = type(value)
    if cls is int:
        _write_int(value, out)
    elif cls is str:
        _write_str(value, out)
    elif cls is float:
        out += _f64(0xCB, value)
    elif cls is dict:
        if depth > _QUICK_DEPTH:
            raise _Unusual
        _write_dict_header(len(value), out)
        depth += 1
        for key, item in value.items():
            _write(key, out, depth)
            _write(item, out, depth)
    elif cls is list:
        if depth > _QUICK_DEPTH:
            raise _Unusual
        write_list_header(len(value), out)
        depth += 1
        for item in value:
            _write(item, out, depth)
    elif value is None:
        out.append(0xC0)
    elif value is True:
        out.append(0xC3)
    elif value is False:
        out.append(0xC2)
    elif cls is tuple:
        if depth > _QUICK_DEPTH:
            raise _Unusual
        body = bytearray()
        write_list_header(len(value), body)
        depth += 1
        for item in value:
            _write(item, body, depth)
        _write_ext(EXT_TUPLE, body, out)
    elif cls is bytes:
        _write_bytes(value, out)
    else:
        raise _Unusual


def _write_int(value, out):
    if value >= 0:
        if value < 0x80:
            out.append(value)
        elif value < 0x100:
            out.append(0xCC)
            out.append(value)
        elif value < 0x10000:
            out += _u16(0xCD, value)
        elif value < 0x100000000:
            out += _u32(0xCE, value)
        elif value <= _MAX:
            out += _u64(0xCF, value)
        else:
            _write_big_int(value, out)
    elif value >= -0x20:
        out.append(value + 0x100)
    elif value >= -0x80:
        out += _i8(0xD0, value)
    elif value >= -0x8000:
        out += _i16(0xD1, value)
    elif value >= -0x80000000:
        out += _i32(0xD2, value)
    elif value >= _MIN:
        out += _i64(0xD3, value)
    else:
        _write_big_int(value, out)


def _write_big_int(value, out):
    # As many bytes as Java's BigInteger.toByteArray: the shortest with room for the sign.
    size = (value if value >= 0 else ~value).bit_length() // 8 + 1
    _write_ext(EXT_BIG_INT, value.to_bytes(size, "big", signed=True), out)


def _write_str(value, out):
    try:
        body = value.encode()
    except UnicodeEncodeError:
        _write_ext(EXT_SURROGATES, value.encode("utf-8", "surrogatepass"), out)
        return
    size = len(body)
    if size < 0x20:
        out.append(0xA0 | size)
    elif size < 0x100:
        out.append(0xD9)
        out.append(size)
    elif size < 0x10000:
        out += _u16(0xDA, size)
    else:
        out += _u32(0xDB, size)
    out += body


def _write_bytes(value, out):
    size = len(value)
    if size < 0x100:
        out.append(0xC4)
        out.append(size)
    elif size < 0x10000:
        out += _u16(0xC5, size)
    else:
        out += _u32(0xC6, size)
    out += value


def write_list_header(size, out):
    if size < 0x10:
        out.append(0x90 | size)
    elif size < 0x10000:
        out += _u16(0xDC, size)
    else:
        out += _u32(0xDD, size)


def _write_dict_header(size, out):
    if size < 0x10:
        out.append(0x80 | size)
    elif size < 0x10000:
        out += _u16(0xDE, size)
    else:
        out += _u32(0xDF, size)


def _write_ext(code, body, out):
    size = len(body)
    fixed = _FIXED_EXT.get(size)
    if fixed is not None:
        out.append(fixed)
    elif size < 0x100:
        out.append(0xC7)
        out.append(size)
    elif size < 0x10000:
        out += _u16(0xC8, size)
    else:
        out += _u32(0xC9, size)
    out.append(code)
    out += body


def _encode_carefully(value, root):
    # A tuple's length in bytes stands before it, so each open tuple has a buffer of its own.
    out = bytearray()
    opened = []
    for event, item in walk(value, root):
        if event == LEAF:
            _write(item, out, 0)
        elif event == LIST:
            opened.append(None)
            write_list_header(item, out)
        elif event == DICT:
            opened.append(None)
            _write_dict_header(item, out)
        elif event == END:
            outer = opened.pop()
            if outer is not None:
                _write_ext(EXT_TUPLE, out, outer)
                out = outer
        else:
            opened.append(out)
            out = bytearray()
            write_list_header(item, out)
    return out


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
            raise ValueRefusedError("RANGE", self.root, f"nested deeper than {MAX_DEPTH} levels")
        if depth >= _QUICK_DEPTH and not self.deep:
            # A level takes up to six frames; decode() sets the limit back.
            self.deep = True
            sys.setrecursionlimit(max(sys.getrecursionlimit(), 8 * MAX_DEPTH))
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
        except TypeError as error:
            raise ValueRefusedError("TYPE", self.root, str(error)) from None
        return result

    def _ext(self, size, depth):
        code = self.data[self.position]
        self.position += 1
        if code == EXT_TUPLE:
            end = self.position + size
            value = self.value(depth)
            if type(value) is not list or self.position != end:
                raise ValueRefusedError("INTERNAL", self.root, "a tuple is broken")
            return tuple(value)
        body = self._take(size)
        if code == EXT_BIG_INT:
            return int.from_bytes(body, "big", signed=True)
        if code == EXT_SURROGATES:
            return body.decode("utf-8", "surrogatepass")
        raise ValueRefusedError("INTERNAL", self.root, f"unknown extension {code}")
