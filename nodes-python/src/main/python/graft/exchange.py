"""The way of long bytes between this interpreter and the JVM that it is in.

A file that is no file: at the position ``number`` are the bytes that were put there under that
number. The JVM's side is the class ``Exchange``. Reading and writing it moves a whole block at once;
any other way out of a foreign object or a memoryview, or into bytes, goes byte by byte.
"""

import posix

from graft import dtypes
from graft.errors import RefusedError

# What is shorter leaves faster as an argument of a call.
SMALLEST = 16384


class Exchange:
    """What ``graft.arrays`` calls memory: references instead of contents."""

    def __init__(self, path):
        # Kept, because a node may forbid itself and all others to open files.
        self._open = posix.open
        self._path = path
        self._file = posix.open(path, posix.O_RDWR)
        self._last = 0

    def share(self, array, text):
        """The parts of a reference to an array, or None if it is to cross as a value."""
        if array.nbytes < SMALLEST:
            return None
        strides = list(dtypes.row_by_row(array.shape, array.itemsize))
        number = self._put(array.content())
        return [number, 0, text, list(array.shape), strides, array.scalar]

    def share_bytes(self, value):
        """The parts of a reference to bytes, or None if they are to cross as a value."""
        size = len(value)
        return None if size < SMALLEST else [self._put(value), size]

    def resolve_bytes(self, parts):
        """The bytes of a reference."""
        number, size = parts
        try:
            data = self._read(number, size)
        except OSError:
            # A node closed files that it had not opened, as daemons do.
            self._file = self._open(self._path, posix.O_RDWR)
            data = self._read(number, size)
        if len(data) != size:
            raise RefusedError("INTERNAL", f"{len(data)} of {size} bytes arrived")
        return data

    def resolve(self, parts):
        """Arrays come as their parts, of which one is such bytes."""
        raise RefusedError("INTERNAL", "an array by reference, but no memory is shared here")

    def empty(self, shape, text):
        """No memory is common to both sides."""
        return None

    def _read(self, number, size):
        posix.lseek(self._file, number, 0)
        return posix.read(self._file, size)

    def _put(self, data):
        self._last += 1
        try:
            self._write(data)
        except OSError:
            self._file = self._open(self._path, posix.O_RDWR)
            self._write(data)
        return self._last

    def _write(self, data):
        posix.lseek(self._file, self._last, 0)
        posix.write(self._file, data)
