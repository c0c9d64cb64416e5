"""Arrays: the one of interpreters without NumPy, and both kinds at the border."""

import copy
import math
import pickle
import struct
import subprocess
import sys
import unittest

import graft
from graft import arrays, dtypes
from graft.errors import RefusedError
from graft.ndarray import NdArray
from support import MAIN

try:
    import numpy
except ImportError:
    numpy = None

# Type without order, and three elements.
SAMPLES = [
    ("b1", [True, False, True]),
    ("i1", [-128, 0, 127]),
    ("i2", [-32768, 1, 32767]),
    ("i4", [-(2**31), 1, 2**31 - 1]),
    ("i8", [-(2**63), 1, 2**63 - 1]),
    ("u1", [0, 1, 255]),
    ("u2", [0, 1, 65535]),
    ("u4", [0, 1, 2**32 - 1]),
    ("u8", [0, 1, 2**64 - 1]),
    ("f2", [-0.5, 65504.0, math.inf]),
    ("f4", [-0.5, 1.5, -math.inf]),
    ("f8", [-0.1, 1e300, math.inf]),
    ("c8", [1.5 - 2j, 0j, complex(math.inf, -0.0)]),
    ("c16", [0.1 - 2j, 0j, complex(1e300, -0.0)]),
]
TEXTS = [
    (order + code, values)
    for code, values in SAMPLES
    for order in ("|" if code[1:] == "1" else "<>")
]
SIGNS = {"b1": "?", "i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I"}
SIGNS.update({"u8": "Q", "f2": "e", "f4": "f", "f8": "d", "c8": "f", "c16": "d"})


def packed(text, values):
    """The bytes, written independently of the code under test."""
    order = "=" if text[0] == "|" else text[0]
    if text[1] == "c":
        values = [half for value in values for half in (value.real, value.imag)]
    return struct.pack(f"{order}{len(values)}{SIGNS[text[1:]]}", *values)


def grid(*shape):
    """int16 elements that count up."""
    count = dtypes.size_of(shape)
    return NdArray("<i2", shape, struct.pack(f"<{count}h", *range(count)))


class NdArrayTest(unittest.TestCase):
    def test_every_type_in_both_orders(self):
        self.assertEqual(len(TEXTS), 25)
        for text, values in TEXTS:
            array = NdArray(text, (3,), packed(text, values))
            self.assertEqual(array.tolist(), values, text)
            self.assertEqual([array[i] for i in range(3)], values, text)
            self.assertEqual(array[::-1].tolist(), values[::-1], text)
            self.assertEqual(list(array), values, text)
            self.assertEqual({type(value) for value in array}, {type(values[0])}, text)
            self.assertEqual(array.tobytes(), packed(text, values), text)
            self.assertEqual(array.dtype, text)
            self.assertEqual(array.nbytes, 3 * array.itemsize)

    def test_attributes(self):
        array = grid(2, 3, 4)
        self.assertEqual((array.ndim, array.size, array.itemsize, array.nbytes), (3, 24, 2, 48))
        self.assertEqual((array.shape, array.strides, len(array)), ((2, 3, 4), (24, 8, 2), 2))
        self.assertFalse(array.scalar)

    def test_parts_share_the_memory(self):
        memory = bytearray(struct.pack("<6h", *range(6)))
        array = NdArray("<i2", (2, 3), memory)
        part = array[1]
        self.assertEqual(part.tolist(), [3, 4, 5])
        memory[6] = 77
        self.assertEqual(part.tolist(), [77, 4, 5])

    def test_indices_and_slices(self):
        array = grid(4, 5)
        rows = [list(range(5 * row, 5 * row + 5)) for row in range(4)]
        self.assertEqual(array.tolist(), rows)
        self.assertEqual(array[-1, -2], 18)
        self.assertEqual(array[1:3].tolist(), rows[1:3])
        self.assertEqual(array[::-2, 1::2].tolist(), [[16, 18], [6, 8]])
        self.assertEqual(array[:, 2].tolist(), [2, 7, 12, 17])
        self.assertEqual(array[3:1].shape, (0, 5))
        self.assertEqual(array[:, 9:].tolist(), [[], [], [], []])
        self.assertEqual(array.T.tolist(), [list(column) for column in zip(*rows)])
        turned = array.T[1:3, ::-1]
        self.assertEqual(turned.tobytes(), struct.pack("<8h", 16, 11, 6, 1, 17, 12, 7, 2))
        self.assertEqual([part.tolist() for part in array], rows)
        for wrong in (4, -5, (0, 5), (0, 0, 0)):
            with self.assertRaises(IndexError):
                array[wrong]
        for wrong in ("x", 1.0, True, None):
            with self.assertRaises(TypeError):
                array[wrong]

    def test_no_axes_and_no_elements(self):
        point = NdArray("<f8", (), struct.pack("<d", 1.5))
        self.assertEqual((point.item(), point[()], point.tolist(), point.ndim), (1.5, 1.5, 1.5, 0))
        with self.assertRaises(TypeError):
            len(point)
        nothing = NdArray("<f8", (2, 0, 3), b"")
        self.assertEqual((nothing.size, nothing.tolist(), nothing.tobytes()), (0, [[], []], b""))

    def test_item(self):
        self.assertEqual(grid(2, 2).item(1, 1), 3)
        self.assertEqual(grid(1, 1).item(), 0)
        with self.assertRaises(ValueError):
            grid(2).item()
        with self.assertRaises(IndexError):
            grid(2, 2).item(1)

    def test_equality_is_of_bits(self):
        one = grid(2, 3)
        self.assertEqual(one, NdArray("<i2", (2, 3), one.tobytes()))
        self.assertEqual(one.T, NdArray("<i2", (3, 2), struct.pack("<6h", 0, 3, 1, 4, 2, 5)))
        self.assertNotEqual(one, NdArray("<i2", (3, 2), one.tobytes()))
        self.assertNotEqual(one, NdArray("<u2", (2, 3), one.tobytes()))
        zeros = [NdArray("<f8", (1,), bytes(7) + last) for last in (b"\0", b"\x80")]
        self.assertNotEqual(*zeros)
        nan = struct.pack("<d", math.nan)
        self.assertEqual(NdArray("<f8", (1,), nan), NdArray("<f8", (1,), nan))
        self.assertNotEqual(
            NdArray("<f8", (), nan, scalar=True), NdArray("<f8", (), nan, scalar=False)
        )
        self.assertFalse(one == 1)

    def test_only_scalars_are_keys(self):
        with self.assertRaises(TypeError):
            hash(grid(2))
        scalar = NdArray("<f8", (), bytes(8), scalar=True)
        self.assertEqual({scalar: 1}[NdArray("<f8", (), bytes(8), scalar=True)], 1)

    def test_copies(self):
        for array in (grid(3, 2).T, NdArray(">c16", (), bytes(16), scalar=True), grid(0, 2)):
            for made in (
                copy.copy(array),
                copy.deepcopy({"a": array})["a"],
                pickle.loads(pickle.dumps(array)),
            ):
                self.assertEqual(made, array)
                plain = NdArray(array.dtype, array.shape, array.tobytes())
                self.assertEqual(made.strides, plain.strides)

    def test_read_only(self):
        with self.assertRaisesRegex(ValueError, "read-only"):
            grid(2)[0] = 1

    def test_text(self):
        self.assertEqual(repr(grid(2)), "NdArray([0, 1], dtype='<i2', shape=(2,))")
        self.assertEqual(repr(grid(5, 5)), "NdArray(…, dtype='<i2', shape=(5, 5))")
        self.assertIn("scalar=True", repr(NdArray("<i2", (), b"\0\0", scalar=True)))

    def test_nonsense_is_refused(self):
        for arguments in (
            ("<i3", (1,), bytes(8)),
            ("O", (1,), bytes(8)),
            ("<i2", (5,), bytes(9)),
            ("<i2", (-1,), bytes(9)),
            ("<i2", (2,), bytes(9), (2, 2)),
            ("<i2", (2,), bytes(9), (-2,)),
            ("<i2", (2,), bytes(9), (8,)),
            ("<i2", (1,), bytes(9), (2,), 8),
        ):
            with self.assertRaises(ValueError):
                NdArray(*arguments)
        with self.assertRaises(ValueError):
            NdArray("<i2", (1,), bytes(2), scalar=True)
        with self.assertRaises(ValueError):
            bool(grid(2))


class LiteralTest(unittest.TestCase):
    def test_nested_lists_are_rows(self):
        made = graft.array([[0.5, -0.5, 1], [2, 3, 4]], "float32")
        self.assertEqual((made.dtype, made.shape), ("<f4", (2, 3)))
        self.assertEqual(made.tolist(), [[0.5, -0.5, 1.0], [2.0, 3.0, 4.0]])
        self.assertEqual(graft.array([1 + 2j], "complex128").tolist(), [1 + 2j])
        self.assertEqual(graft.array(7, "uint8").shape, ())
        self.assertEqual(graft.array([[], []]).shape, (2, 0))
        with self.assertRaisesRegex(ValueError, "read-only"):
            made[0, 0] = 1

    def test_what_is_no_array_is_refused(self):
        for ragged in ([[1, 2], [3]], [[1], 2], [1, [2]]):
            with self.assertRaisesRegex(ValueError, "equally long"):
                graft.array(ragged)
        with self.assertRaisesRegex(ValueError, "does not fit uint8"):
            graft.array([256], "uint8")
        with self.assertRaisesRegex(ValueError, "does not fit uint8"):
            graft.array(["1"], "uint8")
        with self.assertRaisesRegex(ValueError, "no type of array elements"):
            graft.array([1], "int7")


class WritingTest(unittest.TestCase):
    def setUp(self):
        self.known = arrays._numpy
        arrays._numpy = None
        self.addCleanup(setattr, arrays, "_numpy", self.known)

    def test_elements_and_parts(self):
        array = graft.empty((2, 3), "<i4")
        self.assertIs(type(array), graft.NdArray)
        array[:] = 7
        array[0, 1] = -1
        array[1] = [4, 5, 6]
        self.assertEqual(array.tolist(), [[7, -1, 7], [4, 5, 6]])
        array[:, ::2] = [[1, 2], [3, 4]]
        self.assertEqual(array.tolist(), [[1, -1, 2], [3, 5, 4]])
        array.T[2] = grid(2)
        self.assertEqual(array.tolist(), [[1, -1, 0], [3, 5, 1]])
        with self.assertRaises(ValueError):
            array[0] = [1, 2]
        with self.assertRaises(struct.error):
            array[0, 0] = 2**31

    def test_every_type(self):
        for text, values in TEXTS:
            array = graft.empty(3, text)
            array[:] = values
            self.assertEqual(array.tobytes(), packed(text, values), text)

    def test_names_of_types(self):
        self.assertEqual(graft.empty(1, "float64").dtype, dtypes.NATIVE + "f8")
        self.assertEqual(graft.empty(1, ">u2").dtype, ">u2")
        self.assertEqual(graft.empty(1, "<u1").dtype, "|u1")
        self.assertEqual(graft.empty((0, 2)).shape, (0, 2))
        with self.assertRaisesRegex(ValueError, "no type of array elements: 'int7'"):
            graft.empty(1, "int7")

    def test_copies_of_what_can_be_written_can_be_written(self):
        array = copy.deepcopy(graft.empty(2, "<i2"))
        array[0] = 5
        self.assertEqual(array[0], 5)


class BorderTest(unittest.TestCase):
    def test_without_numpy(self):
        self.addCleanup(setattr, arrays, "_numpy", arrays._numpy)
        arrays._numpy = None
        for text, values in TEXTS:
            array = NdArray(text, (3,), packed(text, values))
            for one in (array, array[::2], array[:0], NdArray(text, (), packed(text, values[:1]))):
                code, parts = arrays.take_apart(one)
                self.assertEqual(code, 15)
                self.assertEqual(parts, [text, list(one.shape), one.tobytes(), False])
                self.assertEqual([type(part) for part in parts], [str, list, bytes, bool])
                self.assertEqual(arrays.put_together(code, parts), one)
            scalar = NdArray(text, (), packed(text, values[:1]), scalar=True)
            again = arrays.put_together(*arrays.take_apart(scalar))
            self.assertEqual(again, scalar)
            with self.assertRaises(ValueError):
                arrays.put_together(*arrays.take_apart(array))[0] = 1

    def test_what_is_an_array(self):
        self.assertTrue(arrays.kind_of(NdArray))
        for cls in (int, list, memoryview, complex, type):
            self.assertFalse(arrays.kind_of(cls))

    def test_nonsense_is_refused(self):
        for parts in (["<f3", [1], b"abc", False], ["<f8", [2], bytes(8), False]):
            with self.assertRaises(RefusedError):
                arrays.put_together(15, parts)
        with self.assertRaises(RefusedError):
            arrays.put_together(15, ["<f8", [-1, -1], bytes(8), False])
        with self.assertRaisesRegex(RefusedError, "no memory is shared here"):
            arrays.put_together(16, ["j1", 0, "<f8", [1], [8], False])

    def test_more_axes_than_the_other_side_has(self):
        with self.assertRaisesRegex(RefusedError, "33 axes cannot cross, at most 32"):
            arrays.take_apart(NdArray("|u1", (1,) * 33, b"x"))

    def test_nothing_heavy_is_imported(self):
        program = (
            f"import sys; sys.path.insert(0, {MAIN!r})\n"
            "import graft; from graft import arrays\n"
            "assert not arrays.kind_of(int)\n"
            "print([m for m in ('numpy', 'graft.ndarray', 'mmap') if m in sys.modules])"
        )
        out = subprocess.check_output([sys.executable, "-I", "-S", "-c", program])
        self.assertEqual(out.decode().strip(), "[]")


@unittest.skipUnless(numpy, "needs NumPy")
class NumpyTest(unittest.TestCase):
    def there_and_back(self, value):
        code, parts = arrays.take_apart(value)
        self.assertEqual(code, 15)
        self.assertEqual([type(part) for part in parts], [str, list, bytes, bool])
        self.assertEqual([type(length) for length in parts[1]], [int] * len(parts[1]))
        return arrays.put_together(code, parts)

    def check(self, array):
        again = self.there_and_back(array)
        self.assertIs(type(again), numpy.ndarray)
        self.assertEqual((again.dtype.str, again.shape), (array.dtype.str, array.shape))
        self.assertEqual(again.tobytes(), array.tobytes())
        self.assertFalse(again.flags.writeable)

    def test_every_type_and_layout(self):
        for text, values in TEXTS:
            array = numpy.array(values * 8, text).reshape(2, 3, 4)
            for one in (
                array,
                array.T,
                array[::-1, 1:, ::2],
                array[1, 1],
                array[:, :0],
                array[1, 1, 1:2].reshape(()),
                numpy.broadcast_to(array[0], (5, 3, 4)),
            ):
                self.check(one)

    def test_scalars(self):
        for text, values in TEXTS:
            for value in numpy.array(values, text):
                again = self.there_and_back(value)
                self.assertIs(type(again), type(value))
                self.assertEqual(again.tobytes(), value.tobytes())
        self.assertIs(type(self.there_and_back(numpy.float64(1))), numpy.float64)

    def test_a_scalar_in_the_other_order_keeps_it(self):
        other = ">" if dtypes.NATIVE == "<" else "<"
        again = arrays.put_together(15, [other + "f8", [], bytes(range(8)), True])
        self.assertEqual(again, NdArray(other + "f8", (), bytes(range(8)), scalar=True))

    def test_real_arrays_arrive(self):
        again = self.there_and_back(numpy.arange(6.0).reshape(2, 3))
        self.assertTrue(numpy.array_equal(copy.deepcopy(again), again))
        self.assertTrue(numpy.array_equal(pickle.loads(pickle.dumps(again)), again))
        self.assertEqual((again + 1).sum(), 21)
        with self.assertRaises(ValueError):
            again[0, 0] = 1
        with self.assertRaises(ValueError):
            arrays.put_together(15, ["|u1", [2], bytearray(2), False])[0] = 1

    def test_what_is_an_array(self):
        for cls in (numpy.ndarray, numpy.float64, numpy.bool_, numpy.matrix, numpy.str_):
            self.assertTrue(arrays.kind_of(cls))
        self.assertFalse(arrays.kind_of(numpy.dtype))

    def test_refusals(self):
        for value, message in (
            (numpy.array([None]), "an array of dtype object cannot cross; use .tolist()"),
            (numpy.array(["a"]), "an array of dtype <U1 cannot cross; use .tolist()"),
            (numpy.str_("ab"), "a NumPy scalar of dtype <U2 cannot cross; use .tolist()"),
            (numpy.array([b"a"]), "an array of dtype |S1 cannot cross; use .tolist()"),
            (numpy.zeros(1, "M8[s]"), "an array of dtype datetime64[s] cannot cross; use .astype"),
            (numpy.timedelta64(1, "s"), "a NumPy scalar of dtype timedelta64[s] cannot cross"),
            (numpy.zeros(1, "i4,f8"), "cannot cross; send its fields as arrays of their own"),
            (numpy.zeros(1, "V3"), "an array of dtype |V3 cannot cross; use .tolist()"),
            (numpy.zeros(1, "g"), "cannot cross; convert it with .astype(...)"),
            (numpy.zeros(1).view(numpy.recarray), "recarray (a subclass of ndarray) cannot cross"),
            (numpy.ma.zeros(1), "MaskedArray (a subclass of ndarray) cannot cross"),
        ):
            with self.assertRaises(RefusedError) as caught:
                arrays.take_apart(value)
            self.assertEqual(caught.exception.kind, "TYPE")
            self.assertIn(message, caught.exception.reason)
        with self.assertRaisesRegex(RefusedError, "2 GiB or more"):
            arrays.take_apart(numpy.broadcast_to(numpy.zeros(1), (2**28, 2)))
        with self.assertRaisesRegex(RefusedError, "2 GiB or more"):
            arrays.take_apart(numpy.zeros((0, 2**32)))

    def test_numpy_takes_the_other_array_without_a_copy(self):
        memory = bytearray(struct.pack("<12h", *range(12)))
        array = NdArray("<i2", (3, 4), memory)
        for one in (array, array.T, array[::-1, 1::2], array[2]):
            taken = numpy.asarray(one)
            self.assertEqual(taken.tolist(), one.tolist())
            self.assertEqual(taken.dtype.str, "<i2")
        memory[0] = 9
        self.assertEqual(numpy.asarray(array)[0, 0], 9)
        self.assertFalse(numpy.asarray(NdArray("<i2", (3,), bytes(6))).flags.writeable)
        self.assertEqual(numpy.asarray(NdArray("<c16", (0, 3), b"")).shape, (0, 3))

    def test_empty(self):
        array = graft.empty((2, 3), ">i4")
        self.assertIs(type(array), numpy.ndarray)
        self.assertEqual((array.dtype.str, array.shape), (">i4", (2, 3)))
        array[:] = 1
        self.assertEqual(graft.empty(4).shape, (4,))


if __name__ == "__main__":
    unittest.main()
