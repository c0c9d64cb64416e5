"""The shared memory of a worker, through which large arrays cross without a copy.

Both sides keep files in one private directory and map each other's. The message has a reference;
what must be known on both sides is when a segment may be used for another array: the owner must
not touch it before. So each answer says which segments of the JVM's request the worker still
holds, and which it let go since; each request says which of the worker's were let go there. An
array is held as long as the object that stands for the whole of its segment is alive, and every
NumPy view of it keeps that alive. Beyond the budget arrays cross in the message.
"""

import os
import sys
import weakref
from _thread import allocate_lock

from graft import arrays, dtypes, segments
from graft.errors import RefusedError

# Smaller arrays are copied in the message sooner than they are mapped.
SMALLEST = 1 << 16
# Each mapping takes a file descriptor.
MOST_SEGMENTS = 256


class SharedMemory:
    """Segments of this worker, named ``<prefix>-<number>``, and those of others that it reads."""

    def __init__(self, directory, prefix, budget):
        self._directory = directory
        self._prefix = prefix
        self._budget = budget
        self._lock = allocate_lock()  # nodes call empty() in threads of their own
        self._last = 0
        self._total = 0
        self._slabs = {}
        self._foreign = {}  # name: mapping
        self._wholes = {}  # name: weak reference, address and id of the object for all of it
        self._names = {}  # id of such an object: name
        self._received = set()  # foreign names in the request that is being answered
        self._held = set()  # foreign names that the JVM knows to be held
        self._deleted = []  # own names that the JVM still has to hear of
        self._unsent = {}  # id of an array: (array, parts, slab that was lent for it)

    def resolve(self, parts):
        """The read-only array of the parts of a reference."""
        name, offset, text, shape, strides, scalar = parts
        own = name in self._slabs
        whole = self._whole_of(name)
        if not own:
            self._received.add(name)
        found = arrays.numpy()
        if found is None or scalar:
            from graft.ndarray import NdArray

            view = whole.view if type(whole) is segments.Whole else memoryview(whole)
            return NdArray(text, shape, view.toreadonly(), strides, offset, scalar, whole)
        array = found.ndarray(shape, text, whole, offset, strides)
        array.flags.writeable = False
        return array

    def share(self, array, text):
        """The parts of a reference to an array, or None if it is to cross in the message."""
        unsent = self._unsent.get(id(array))
        if unsent is not None:
            return unsent[1]
        size = array.nbytes
        if size == 0:
            return None
        parts, slab = self._reference(array, text)
        if parts is None and size >= SMALLEST:
            parts, slab = self._copy(array, text, size)
        if parts is not None:
            self._unsent[id(array)] = (array, parts, slab)
        return parts

    def share_bytes(self, value):
        """The parts of a reference to a copy of bytes, or None if they are to cross in the message."""
        unsent = self._unsent.get(id(value))
        if unsent is not None:
            return unsent[1]
        size = len(value)
        if size < SMALLEST:
            return None
        with self._lock:
            slab = self._take(size)
            if slab is None:
                return None
            slab.lent = True
        slab.mapping[:size] = value
        parts = [slab.name, size]
        self._unsent[id(value)] = (value, parts, slab)
        return parts

    def resolve_bytes(self, parts):
        """A copy of the bytes of a reference; the segment is let go at once."""
        name, size = parts
        slab = self._slabs.get(name)
        if slab is None:
            self._received.add(name)
        mapping = self._foreign_mapping(name) if slab is None else slab.mapping
        if not 0 <= size <= len(mapping):
            raise RefusedError("INVALID", f"segment {name!r} has no {size} bytes")
        return mapping[:size]

    def sent(self):
        """The message with what was shared since is on its way."""
        self._unsent.clear()

    def not_sent(self):
        """There will be no message with what was shared since."""
        for _, _, slab in self._unsent.values():
            if slab is not None:
                slab.lent = False
        self._unsent.clear()

    def empty(self, shape, text):
        """Shared memory to write an output to, or None if there is none to be had."""
        itemsize = dtypes.layout(text)[0]
        size = dtypes.size_of(shape) * itemsize
        if size < SMALLEST:
            return None
        with self._lock:
            slab = self._take(size)
            if slab is None:
                return None
            whole = self._register(slab.name, slab.mapping)
        found = arrays.numpy()
        if found is not None:
            return found.ndarray(shape, text, whole)
        from graft.ndarray import NdArray

        return NdArray(text, shape, whole.view, owner=whole)

    def released(self, names):
        """What a request says: own segments that the JVM let go, and files that it deleted."""
        with self._lock:
            for name in names:
                slab = self._slabs.get(name)
                if slab is not None:
                    slab.lent = False
                else:
                    self._foreign.pop(name, None)
                    self._held.discard(name)
                    self._forget(name)
            self._trim(self._budget // 4)

    def report(self):
        """What an answer says: names that came with the request and are held, names let go."""
        with self._lock:
            kept = [n for n in self._received if n not in self._held and self._is_alive(n)]
            dropped = [name for name in self._held if not self._is_alive(name)]
            self._held.update(kept)
            self._held.difference_update(dropped)
            self._received.clear()
            dropped += self._deleted
            self._deleted.clear()
            return kept, dropped

    def _reference(self, array, text):
        """Parts and slab of an array that lies in a segment, else none."""
        if hasattr(array, "_owner"):
            whole, offset = array._owner, array._offset
            name = self._name_of(whole)
        else:
            whole, name, offset = array.base, None, 0
            while whole is not None:
                name = self._name_of(whole)
                if name is not None:
                    address = self._wholes[name][1]
                    offset = array.__array_interface__["data"][0] - address
                    break
                whole = getattr(whole, "base", None)
        if name is None:
            return None, None
        slab = self._slabs.get(name)
        mapping = self._foreign[name] if slab is None else slab.mapping
        if not _is_inside(array, offset, len(mapping)):
            return None, None
        parts = [name, offset, text, list(array.shape), list(array.strides), False]
        if slab is None:
            return parts, None
        if hasattr(array, "flags"):
            array.flags.writeable = False
        else:
            array._view = array._view.toreadonly()
        if slab.lent:
            return parts, None
        slab.lent = True
        return parts, slab

    def _copy(self, array, text, size):
        with self._lock:
            slab = self._take(size)
            if slab is None:
                return None, None
            slab.lent = True
        if hasattr(array, "_owner"):
            slab.mapping[:size] = array.tobytes()
        else:
            target = sys.modules["numpy"].ndarray(array.shape, text, slab.mapping)
            target[...] = array
        strides = dtypes.row_by_row(array.shape, array.itemsize)
        return [slab.name, 0, text, list(array.shape), list(strides), False], slab

    def _take(self, size):
        """A slab that nobody needs, or a new one; None beyond the budget."""
        capacity = segments.capacity_for(size)
        for slab in self._slabs.values():
            if len(slab.mapping) == capacity and self._is_free(slab):
                return slab
        if self._total + capacity > self._budget or len(self._slabs) >= MOST_SEGMENTS:
            self._trim(0)
            if self._total + capacity > self._budget or len(self._slabs) >= MOST_SEGMENTS:
                return None
        self._last += 1
        name = f"{self._prefix}-{self._last}"
        try:
            mapping = segments.create(self._path(name), capacity)
        except OSError:
            self._budget = self._total  # there is no more, whatever was hoped for
            return None
        self._total += capacity
        self._slabs[name] = slab = segments.Slab(name, mapping)
        return slab

    def _trim(self, keep):
        """Deletes slabs that nobody needs, but for so many bytes."""
        for slab in list(self._slabs.values()):
            if self._is_free(slab):
                keep -= len(slab.mapping)
                if keep < 0:
                    del self._slabs[slab.name]
                    self._total -= len(slab.mapping)
                    self._forget(slab.name)
                    segments.delete(self._path(slab.name))
                    self._deleted.append(slab.name)

    def _is_free(self, slab):
        return not slab.lent and not self._is_alive(slab.name)

    def _is_alive(self, name):
        found = self._wholes.get(name)
        return found is not None and found[0]() is not None

    def _name_of(self, whole):
        name = self._names.get(id(whole))
        return name if name is not None and self._wholes[name][0]() is whole else None

    def _whole_of(self, name):
        found = self._wholes.get(name)
        whole = found and found[0]()
        if whole is not None:
            return whole
        slab = self._slabs.get(name)
        if slab is not None:
            return self._register(name, slab.mapping)
        return self._register(name, self._foreign_mapping(name))

    def _foreign_mapping(self, name):
        mapping = self._foreign.get(name)
        if mapping is None:
            try:
                mapping = segments.open_to_read(self._path(name))
            except (OSError, ValueError) as error:
                raise RefusedError("IO", f"the memory of a value is not there: {error}") from None
            self._foreign[name] = mapping
        return mapping

    def _register(self, name, mapping):
        self._forget(name)
        found = arrays.numpy()
        if found is None:
            whole = segments.Whole(memoryview(mapping))
            address = 0
        else:
            whole = found.ndarray(len(mapping), "|u1", mapping)
            address = whole.__array_interface__["data"][0]
        self._wholes[name] = (weakref.ref(whole), address, id(whole))
        self._names[id(whole)] = name
        return whole

    def _forget(self, name):
        found = self._wholes.pop(name, None)
        # The object is gone, and its id may be another one's by now.
        if found is not None and self._names.get(found[2]) == name:
            del self._names[found[2]]

    def _path(self, name):
        if os.sep in name:
            raise RefusedError("INVALID", f"{name!r} is no segment")
        return os.path.join(self._directory, name)


def _is_inside(array, offset, capacity):
    first = last = offset
    for length, stride in zip(array.shape, array.strides):
        reach = stride * (length - 1)
        first += min(reach, 0)
        last += max(reach, 0)
    return first >= 0 and last + array.itemsize <= capacity
