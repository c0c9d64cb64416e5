"""References to long bytes and arrays, which cross between this interpreter and its JVM as blocks."""

from graft import dtypes
from graft.errors import RefusedError

# What is shorter leaves faster as an argument of a call.
SMALLEST = 16384


class Exchange:
    """What ``graft.arrays`` calls memory, over the blocks of ``graft/bootstrap.py``."""

    def __init__(self, blocks):
        self._blocks = blocks

    def share(self, array, text):
        """The parts of a reference to an array, or None if it is to cross as a value."""
        if array.nbytes < SMALLEST:
            return None
        strides = list(dtypes.row_by_row(array.shape, array.itemsize))
        number = self._blocks.put(array.content())
        return [number, 0, text, list(array.shape), strides, array.scalar]

    def share_bytes(self, value):
        """The parts of a reference to bytes, or None if they are to cross as a value."""
        size = len(value)
        return None if size < SMALLEST else [self._blocks.put(value), size]

    def resolve_bytes(self, parts):
        """The bytes of a reference."""
        number, size = parts
        data = self._blocks.get(number, size)
        if len(data) != size:
            raise RefusedError("INTERNAL", f"{len(data)} of {size} bytes arrived")
        return data

    def resolve(self, parts):
        """Arrays come as their parts, of which one is such bytes."""
        raise RefusedError("INTERNAL", "an array by reference, but no memory is shared here")

    def empty(self, shape, text):
        """No memory is common to both sides."""
        return None
