"""Files that two processes map: each holds one array at a time; a name is used once."""

import mmap
import os


class Whole:
    """All of a segment, where there is no NumPy; arrays in it keep this alive."""

    __slots__ = ("view", "__weakref__")

    def __init__(self, view):
        self.view = view


class Slab:
    """A segment of this process: used again for another array when nobody needs the last one."""

    __slots__ = ("name", "mapping", "lent")

    def __init__(self, name, mapping):
        self.name = name
        self.mapping = mapping
        # Whether the other side may still read it.
        self.lent = False


def capacity_for(size):
    """Whole quarters of a power of two: at most a quarter is wasted, and sizes come again."""
    step = max(mmap.PAGESIZE, 1 << max(0, (size - 1).bit_length() - 3))
    return -(-size // step) * step


def create(path, capacity):
    """A new file, mapped for writing; all its memory is there, or this raises ``OSError``."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o600)
    try:
        # A hole in a full file system would end the process at the first write.
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(descriptor, 0, capacity)
        else:
            _fill(descriptor, capacity)
        return mmap.mmap(descriptor, capacity)
    except OSError:
        os.unlink(path)
        raise
    finally:
        os.close(descriptor)


def _fill(descriptor, capacity):
    zeros = bytes(min(capacity, 1 << 20))
    while capacity > 0:
        capacity -= os.write(descriptor, zeros[:capacity])


def open_to_read(path):
    """A file of another process, mapped read-only."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(descriptor)


def delete(path):
    """Removes a file; what is mapped of it stays."""
    try:
        os.unlink(path)
    except OSError:
        pass  # the other side has ended and took all files with it
