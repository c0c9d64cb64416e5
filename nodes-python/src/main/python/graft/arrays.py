"""Arrays at the border: what they are taken apart into, and how they are put together.

An array is NumPy's where there is NumPy, else a ``graft.NdArray``. Neither is imported before the
first array comes, or before the node itself imported it.
"""

import sys

from graft import dtypes
from graft.errors import RefusedError

ARRAY = 15
SHARED_ARRAY = 16

# The shared memory of this worker, if it has one (graft/shared.py).
_memory = None
# NumPy, None if there is none; not known before the first array.
_numpy = False


def use_memory(memory):
    """From now on large arrays cross through this memory."""
    global _memory
    _memory = memory


def numpy():
    """NumPy, or None. GraalPy is never asked: importing NumPy there takes long or fails."""
    global _numpy
    if _numpy is False:
        _numpy = None
        if sys.implementation.name != "graalpy":
            try:
                import numpy as found
            except ImportError:
                pass
            else:
                _numpy = found
    return _numpy


def kind_of(cls):
    """Whether a class is one of arrays or of NumPy's scalars; imports nothing."""
    found = sys.modules.get("numpy")
    if found is not None:
        # The module may be in the middle of its import.
        for name in ("ndarray", "generic"):
            base = getattr(found, name, None)
            if base is not None and issubclass(cls, base):
                return True
    found = sys.modules.get("graft.ndarray")
    return found is not None and cls is getattr(found, "NdArray", None)


def take_apart(value):
    """The code and the parts of an array or a scalar; raises ``RefusedError``."""
    found = sys.modules.get("numpy")
    if found is None or not isinstance(value, (found.ndarray, found.generic)):
        dtypes.check_shape(value.shape, value.itemsize)
        parts = _shared(value, value.dtype)
        if parts is not None:
            return SHARED_ARRAY, parts
        return ARRAY, [value.dtype, list(value.shape), value.tobytes(), value.scalar]
    text = value.dtype.str
    if not dtypes.is_known(text):
        raise RefusedError("TYPE", _refusal(value, found))
    if isinstance(value, found.generic):
        return ARRAY, [text, [], value.tobytes(), True]
    if type(value) is not found.ndarray:
        raise RefusedError(
            "TYPE",
            f"{type(value).__name__} (a subclass of ndarray) cannot cross; "
            "convert it with numpy.array(...)",
        )
    dtypes.check_shape(value.shape, value.itemsize)
    parts = _shared(value, text)
    if parts is not None:
        return SHARED_ARRAY, parts
    return ARRAY, [text, list(value.shape), value.tobytes(), False]


def put_together(code, parts):
    """The read-only array, or the scalar, of a code and its parts; raises ``RefusedError``."""
    if code == SHARED_ARRAY:
        if _memory is None:
            raise RefusedError("INTERNAL", "an array by reference, but no memory is shared here")
        return _memory.resolve(parts)
    dtype, shape, data, scalar = parts
    if not dtypes.is_known(dtype):
        raise RefusedError("INVALID", f"an array has the unknown type {dtype!r}")
    itemsize = dtypes.layout(dtype)[0]
    if min(shape, default=0) < 0 or dtypes.size_of(shape) * itemsize != len(data):
        raise RefusedError(
            "INVALID", f"an array of type {dtype} and shape {shape} has {len(data)} bytes"
        )
    found = numpy()
    # NumPy's scalars have no order of bytes: one in the other order would lose it.
    if found is None or (scalar and dtype[0] not in ("|", dtypes.NATIVE)):
        from graft.ndarray import NdArray

        return NdArray(dtype, shape, memoryview(data).toreadonly(), scalar=scalar)
    array = found.ndarray(shape, dtype, data)
    if scalar:
        return array[()]
    array.flags.writeable = False
    return array


def share_bytes(value):
    """The parts of a reference to a copy of long bytes, or None if they are to cross in the message."""
    return None if _memory is None else _memory.share_bytes(value)


def resolve_bytes(parts):
    """A copy of the bytes of a reference."""
    if _memory is None:
        raise RefusedError("INTERNAL", "bytes by reference, but no memory is shared here")
    return _memory.resolve_bytes(parts)


def empty(shape, dtype="<f8"):
    """Memory to write an output to: a NumPy array where there is NumPy, else a ``NdArray``.

    In a worker it is shared memory, so emitting the array copies nothing, however large it is.
    Emitting hands the memory over: the array becomes read-only, and whoever still writes to the
    memory in another way changes what others read. The elements are arbitrary at first.
    """
    text = dtypes.text_of(dtype)
    shape = tuple(shape) if hasattr(shape, "__iter__") else (shape,)
    if _memory is not None:
        array = _memory.empty(shape, text)
        if array is not None:
            return array
    found = numpy()
    if found is not None:
        return found.empty(shape, text)
    from graft.ndarray import NdArray

    return NdArray(text, shape, bytearray(dtypes.size_of(shape) * dtypes.layout(text)[0]))


def _shared(value, text):
    return None if _memory is None else _memory.share(value, text)


def _refusal(value, found):
    dtype = value.dtype
    what = "a NumPy scalar" if isinstance(value, found.generic) else "an array"
    if dtype.names:
        advice = "send its fields as arrays of their own"
    elif dtype.kind in "OSUV":
        advice = "use .tolist()"
    elif dtype.kind in "mM":
        advice = "use .astype('int64') and say the unit, or .tolist()"
    else:
        advice = "convert it with .astype(...)"
    return f"{what} of dtype {dtype} cannot cross; {advice}"
