"""Runs: ints, floats or strs one after the other, as bare memory instead of tagged values.

``struct`` packs and unpacks them at the speed of C, which a codec in Python cannot: an item costs
a tenth of a microsecond. A run begins with a byte that no MessagePack begins with. What does not
fit (a larger int, half a surrogate pair) is for the general way.
"""

import struct

from graft.errors import ProtocolError

MARK = b"\xc1"

INT = ord("q")
FLOAT = ord("d")
STR = ord("s")

KINDS = {int: INT, float: FLOAT, str: STR}

_REQUEST = struct.Struct(">cBqqI")
_ANSWER = struct.Struct(">cBI")
_ONE_INT = struct.Struct(">q")


class Unfit(Exception):
    """The values do not fit; they go the general way."""


def read_request(frame):
    """``(handle, index of the first, values)``"""
    try:
        _, kind, handle, first, count = _REQUEST.unpack_from(frame)
        return handle, first, _read(kind, count, frame, _REQUEST.size)
    except (struct.error, ValueError) as error:
        raise ProtocolError(f"a broken run: {error}") from None


def write_answer(values):
    """The outputs of a run; they are of one type, which is in ``KINDS``."""
    kind = KINDS[type(values[0])]
    return _ANSWER.pack(MARK, kind, len(values)) + _write(kind, values)


def _read(kind, count, frame, at):
    if kind == INT:
        if count == 1:
            return _ONE_INT.unpack_from(frame, at)
        return struct.unpack_from(f">{count}q", frame, at)
    if kind == FLOAT:
        return struct.unpack_from(f">{count}d", frame, at)
    if kind != STR:
        raise ValueError(f"a run of the unknown kind {kind}")
    ends = struct.unpack_from(f">{count}I", frame, at)
    start = at + 4 * count
    values = []
    for end in ends:
        end += at + 4 * count
        values.append(frame[start:end].decode())
        start = end
    return values


def _write(kind, values):
    if kind == STR:
        return _texts(values)
    try:
        return struct.pack(f">{len(values)}{kind:c}", *values)
    except struct.error:
        raise Unfit from None


def _texts(values):
    try:
        parts = [value.encode() for value in values]
    except UnicodeEncodeError:
        raise Unfit from None
    end = 0
    ends = []
    for part in parts:
        end += len(part)
        ends.append(end)
    return struct.pack(f">{len(ends)}I", *ends) + b"".join(parts)
