"""MessagePack for exactly the values that cross, bytes-equal to what msgpack-core writes.

Written here, because the host may use no third-party package; every value takes its smallest
encoding, as the specification says, so that equal values have equal bytes in both languages.
Extension types keep what plain MessagePack would lose: see ``docs/worker-protocol.md``.
"""

import struct
import sys

from graft import arrays, parts, surrogates
from graft.errors import RefusedError, ValueRefusedError
from graft.walk import APART, DICT, END, LEAF, LIST, MAX_BYTES, MAX_ITEMS, check, walk

EXT_BIG_INT = 1
EXT_SURROGATES = 2
EXT_TUPLE = 3

_MIN = -(1 << 63)
_MAX = (1 << 63) - 1
QUICK_DEPTH = 60

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


class _Large(Exception):
    """The message has become so long that it may hold too many values."""


class _Out(bytearray):
    """A message in the making, and at which length to stop and count."""

    __slots__ = ("limit",)


def encode(value, root):
    """The bytes of a value. ``root`` starts the path in errors."""
    try:
        out = _message(value, MAX_ITEMS)  # no value is shorter than a byte
    except _Large:
        check(value, root)
        out = _message(value, sys.maxsize)
    except (_Unusual, RefusedError):
        out = encode_carefully(value, root)
    if len(out) > MAX_BYTES:
        raise ValueRefusedError("RANGE", root, _too_long(len(out)))
    return out


def _message(value, limit):
    out = _Out()
    out.limit = limit
    _write(value, out, 0)
    if len(out) > limit:
        raise _Large
    return out


def in_order(items):
    """The items of a set in the order of their bytes, which is the same in every interpreter."""
    return sorted(items, key=lambda item: bytes(encode(item, "item")))


def _too_long(size):
    return f"takes {size} bytes, more than {MAX_BYTES}; send it as several items, or as an array"


def _write(value, out, depth):
    cls = type(value)
    if cls is int:
        _write_int(value, out)
    elif cls is str:
        _write_str(value, out)
    elif cls is float:
        out += _f64(0xCB, value)
    elif cls is dict:
        _go_deeper(out, depth)
        _write_dict_header(len(value), out)
        depth += 1
        for key, item in value.items():
            if key != key:
                raise _Unusual
            _write(key, out, depth)
            _write(item, out, depth)
    elif cls is list:
        _go_deeper(out, depth)
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
        _write_made(EXT_TUPLE, value, out, depth)
    elif cls is bytes:
        shared = arrays.share_bytes(value)
        if shared is None:
            _write_bytes(value, out)
        else:
            _write_made(parts.SHARED_BYTES, shared, out, depth)
    else:
        code, pieces = parts.take_apart(value)
        _write_made(code, pieces, out, depth)


def _go_deeper(out, depth):
    if depth > QUICK_DEPTH:
        raise _Unusual
    if len(out) > out.limit:
        raise _Large


def _write_made(code, pieces, out, depth):
    """A value with its length in bytes before it."""
    _go_deeper(out, depth)
    body = _Out()
    body.limit = out.limit
    write_list_header(len(pieces), body)
    depth += 1
    marks = [len(body)]
    for item in pieces:
        _write(item, body, depth)
        marks.append(len(body))
    _write_ext(code, _sorted(body, marks) if code in parts.SETS else body, out)


def _sorted(body, marks):
    """The message of a set, its items in the order of their bytes: equal sets, equal messages."""
    items = sorted([body[start:end] for start, end in zip(marks, marks[1:])])
    return body[: marks[0]] + b"".join(items)


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
        if surrogates.splits_pair(value):
            raise _Unusual from None
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


def encode_carefully(value, root):
    """The same without recursion, and with a path in the error."""
    # The length of an extension stands before it, so each open one has a buffer of its own.
    out = bytearray()
    opened = []
    for event, item in walk(value, root):
        if event == LEAF:
            _write(item, out, 0)
        elif event == LIST:
            opened.append(None)
            write_list_header(item, out)
            continue
        elif event == DICT:
            opened.append(None)
            _write_dict_header(item, out)
            continue
        elif event == END:
            frame = opened.pop()
            if frame is not None:
                code, around, marks = frame
                _write_ext(code, _sorted(out, marks) if code in parts.SETS else out, around)
                out = around
        else:
            code, count = item if event == APART else (EXT_TUPLE, item)
            around = out
            out = bytearray()
            write_list_header(count, out)
            opened.append((code, around, [len(out)]))
            continue
        if opened and opened[-1] is not None:
            opened[-1][2].append(len(out))
    return out
