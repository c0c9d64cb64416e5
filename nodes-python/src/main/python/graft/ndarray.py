"""The array of interpreters that have no NumPy."""

import operator
import struct

from graft import dtypes


class NdArray:
    """An n-dimensional array over memory that it does not own.

    Parts of it (``a[1]``, ``a[::2, 3]``) share the memory. What a node gets is read-only; only
    what ``graft.empty`` gave can be written to. ``numpy.asarray`` takes it without a copy. Equal
    arrays have equal types, shapes and elements, bit by bit.
    """

    __slots__ = ("dtype", "shape", "strides", "scalar", "_view", "_offset", "_owner", "__weakref__")

    def __init__(self, dtype, shape, data, strides=None, offset=0, scalar=False, owner=None):
        self.dtype = dtypes.text_of(dtype)
        self.shape = tuple(shape)
        itemsize = self.itemsize
        if strides is None:
            strides = dtypes.row_by_row(self.shape, itemsize)
        self.strides = tuple(strides)
        self.scalar = scalar
        self._view = memoryview(data).cast("B")
        self._offset = offset
        self._owner = owner
        self._check()

    def _check(self):
        if len(self.strides) != len(self.shape) or min(self.shape, default=0) < 0:
            raise ValueError("an array has a length and a stride for each axis")
        if self.scalar and self.shape:
            raise ValueError("a scalar has no axes")
        first = last = self._offset
        for length, stride in zip(self.shape, self.strides):
            if length == 0:
                return
            reach = stride * (length - 1)
            first += min(reach, 0)
            last += max(reach, 0)
        last += self.itemsize
        if first < 0 or last > self._view.nbytes:
            raise ValueError(
                f"elements reach from byte {first} to {last} of a memory of {self._view.nbytes}"
            )

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def itemsize(self):
        return dtypes.layout(self.dtype)[0]

    @property
    def size(self):
        return dtypes.size_of(self.shape)

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def __array_interface__(self):
        return {
            "version": 3,
            "typestr": self.dtype,
            "shape": self.shape,
            "strides": self.strides,
            "data": self._view,
            "offset": self._offset,
        }

    @property
    def T(self):  # noqa: N802 - NumPy's name
        """The array with its axes in reverse order."""
        return self._part(self.shape[::-1], self.strides[::-1], self._offset)

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of an array without axes")
        return self.shape[0]

    def __iter__(self):
        if len(self.shape) == 1:
            return iter(self.tolist())
        return (self[index] for index in range(len(self)))

    def __bool__(self):
        if self.size != 1:
            raise ValueError("only an array with one element is true or false")
        return bool(self.item())

    def __getitem__(self, index):
        """An element as plain Python, or a part that shares the memory."""
        place = self._place(index)
        if not place[0]:
            return self._element(place[2])
        return self._part(*place)

    def __setitem__(self, index, value):
        if self._view.readonly:
            raise ValueError("the array is read-only; write to one that graft.empty gave")
        self._part(*self._place(index))._fill(value)

    def item(self, *index):
        """One element as plain Python; without an index, the only one."""
        if index:
            element = self[index]
            if type(element) is NdArray:
                raise IndexError(f"item needs an index for each of {self.ndim} axes")
            return element
        if self.size != 1:
            raise ValueError("only an array with one element is one item")
        return self._element(self._offset)

    def tolist(self):
        """The elements in nested lists; an array without axes is its element."""
        if len(self.shape) > 1:
            return [part.tolist() for part in self]
        if not self.shape:
            return self._element(self._offset)
        form = dtypes.layout(self.dtype)[1]
        data = self._view if self.strides[0] == self.itemsize else self.tobytes()
        offset = self._offset if data is self._view else 0
        if form[-2:] in ("ff", "dd"):
            halves = struct.unpack_from(f"{form[0]}{2 * self.shape[0]}{form[-1]}", data, offset)
            return [complex(*pair) for pair in zip(halves[::2], halves[1::2])]
        return list(struct.unpack_from(f"{form[:-1]}{self.shape[0]}{form[-1]}", data, offset))

    def tobytes(self):
        """The bytes of the elements, row by row."""
        return bytes(self.content())

    def content(self):
        """The same, as a view of the memory where the elements lie so."""
        length = self.nbytes
        if self.strides == dtypes.row_by_row(self.shape, self.itemsize) or length == 0:
            return self._view[self._offset : self._offset + length]
        out = bytearray()
        self._gather(out, 0, self._offset)
        return out

    def __eq__(self, other):
        if type(other) is not NdArray:
            return NotImplemented
        return (
            self.dtype == other.dtype
            and self.shape == other.shape
            and self.scalar == other.scalar
            and self.tobytes() == other.tobytes()
        )

    def __hash__(self):
        if not self.scalar:
            raise TypeError("unhashable type: 'NdArray'")
        return hash((self.dtype, self.tobytes()))

    def __repr__(self):
        if self.scalar:
            return f"NdArray({self.item()!r}, dtype={self.dtype!r}, scalar=True)"
        if self.size <= 16:
            return f"NdArray({self.tolist()!r}, dtype={self.dtype!r}, shape={self.shape})"
        return f"NdArray(…, dtype={self.dtype!r}, shape={self.shape})"

    def __reduce__(self):
        data = self.tobytes()
        if not self._view.readonly:
            data = bytearray(data)
        return NdArray, (self.dtype, self.shape, data, None, 0, self.scalar)

    def _part(self, shape, strides, offset):
        part = NdArray.__new__(NdArray)
        part.dtype = self.dtype
        part.shape = tuple(shape)
        part.strides = tuple(strides)
        part.scalar = False
        part._view = self._view
        part._offset = offset
        part._owner = self._owner
        return part

    def _place(self, index):
        """Shape, strides and offset of what an index means."""
        indices = index if type(index) is tuple else (index,)
        if len(indices) > len(self.shape):
            raise IndexError(f"{len(indices)} indices for {len(self.shape)} axes")
        shape = []
        strides = []
        offset = self._offset
        for axis, (length, stride) in enumerate(zip(self.shape, self.strides)):
            if axis >= len(indices):
                shape.append(length)
                strides.append(stride)
                continue
            at = indices[axis]
            if type(at) is slice:
                chosen = range(*at.indices(length))
                if len(chosen):
                    offset += chosen.start * stride
                shape.append(len(chosen))
                strides.append(stride * chosen.step)
                continue
            if type(at) is bool:
                raise TypeError("an index is an int or a slice, not a bool")
            at = operator.index(at)
            if not -length <= at < length:
                raise IndexError(f"index {at} of an axis of {length}")
            offset += (at + length if at < 0 else at) * stride
        return shape, strides, offset

    def _element(self, offset):
        found = struct.unpack_from(dtypes.layout(self.dtype)[1], self._view, offset)
        return found[0] if len(found) == 1 else complex(*found)

    def _fill(self, value):
        if not self.shape:
            pack = dtypes.layout(self.dtype)[1]
            if pack[-2:] in ("ff", "dd"):
                value = complex(value)
                struct.pack_into(pack, self._view, self._offset, value.real, value.imag)
            else:
                struct.pack_into(pack, self._view, self._offset, value)
        elif hasattr(value, "__len__"):
            if len(value) != self.shape[0]:
                raise ValueError(f"{len(value)} values for an axis of {self.shape[0]}")
            for index, item in enumerate(value):
                self[index] = item
        else:
            for index in range(self.shape[0]):
                self[index] = value

    def _gather(self, out, axis, offset):
        if axis == len(self.shape):
            out += self._view[offset : offset + self.itemsize]
            return
        if axis == len(self.shape) - 1 and self.strides[axis] == self.itemsize:
            out += self._view[offset : offset + self.shape[axis] * self.itemsize]
            return
        for _ in range(self.shape[axis]):
            self._gather(out, axis + 1, offset)
            offset += self.strides[axis]


def array(values, dtype="float64"):
    """A read-only array of nested lists: ``graft.array([[0.5, -0.5]], "float32")``.

    For constants and for examples, which are read without running anything. Inside a node that has
    NumPy, ``numpy.array`` is better.
    """
    code = dtypes.text_of(dtype)
    shape = _shape_of(values)
    made = NdArray(code, shape, bytearray(dtypes.size_of(shape) * dtypes.layout(code)[0]))
    try:
        made._fill(values)
    except struct.error as error:
        raise ValueError(f"an element does not fit {dtype}: {error}") from None
    return NdArray(code, shape, made.tobytes())


def _shape_of(values):
    if not isinstance(values, (list, tuple)):
        return ()
    shapes = {_shape_of(each) for each in values}
    if len(shapes) > 1:
        raise ValueError("the lists of an array must be equally long on each level")
    return (len(values), *(shapes.pop() if shapes else ()))
