"""The types that the elements of an array may have, as the array interface writes them."""

import sys

from graft.errors import RefusedError

NATIVE = "<" if sys.byteorder == "little" else ">"

# Size in bytes, format of ``struct`` (of the two halves, for a complex), NumPy's name.
_KINDS = {
    "b1": (1, "?", "bool"),
    "i1": (1, "b", "int8"),
    "i2": (2, "h", "int16"),
    "i4": (4, "i", "int32"),
    "i8": (8, "q", "int64"),
    "u1": (1, "B", "uint8"),
    "u2": (2, "H", "uint16"),
    "u4": (4, "I", "uint32"),
    "u8": (8, "Q", "uint64"),
    "f2": (2, "e", "float16"),
    "f4": (4, "f", "float32"),
    "f8": (8, "d", "float64"),
    "c8": (8, "ff", "complex64"),
    "c16": (16, "dd", "complex128"),
}

_BY_NAME = {name: code for code, (_, _, name) in _KINDS.items()}

# Each text that crosses, with size and format.
_TEXTS = {}
for _code, (_size, _format, _) in _KINDS.items():
    for _order in "<>" if _size > 1 else "|":
        _TEXTS[_order + _code] = (_size, ("" if _order == "|" else _order) + _format)

MAX_RANK = 32
_MAX_LENGTH = 2**31 - 1


def is_known(text):
    """Whether elements of the type can cross."""
    return text in _TEXTS


def layout(text):
    """The size of an element in bytes, and its format of ``struct``."""
    return _TEXTS[text]


def text_of(name):
    """The one text of a type that may be written in other ways: ``float64``, ``f8``, ``<f8``."""
    text = str(name)
    text = _BY_NAME.get(text, text)
    order = NATIVE
    if text[:1] in ("<", ">", "=", "|"):
        order = NATIVE if text[0] in "=|" else text[0]
        text = text[1:]
    if text not in _KINDS:
        raise ValueError(f"no type of array elements: {name!r}; use for example '<f8' or 'uint8'")
    return ("|" if _KINDS[text][0] == 1 else order) + text


def row_by_row(shape, itemsize):
    """The strides of elements that lie row by row, without gaps."""
    strides = []
    for length in reversed(shape):
        strides.append(itemsize)
        itemsize *= max(1, length)
    return tuple(reversed(strides))


def size_of(shape):
    """The number of elements."""
    size = 1
    for length in shape:
        size *= length
    return size


def check_shape(shape, itemsize):
    """Refuses what the other side could not address."""
    if len(shape) > MAX_RANK:
        raise RefusedError(
            "RANGE", f"an array of {len(shape)} axes cannot cross, at most {MAX_RANK}"
        )
    if max(shape, default=0) > _MAX_LENGTH or size_of(shape) * itemsize > _MAX_LENGTH:
        raise RefusedError(
            "RANGE",
            f"an array of shape {tuple(shape)} cannot cross, it has 2 GiB or more; split it",
        )
