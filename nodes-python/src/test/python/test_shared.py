"""The shared memory of a worker, with a stand-in for the JVM's side."""

import gc
import os
import struct
import tempfile
import threading
import unittest

import graft
from graft import arrays, segments
from graft.errors import RefusedError
from graft.ndarray import NdArray
from graft.shared import MOST_SEGMENTS, SMALLEST, SharedMemory

try:
    import numpy
except ImportError:
    numpy = None

LARGE = 100000
MIB = 1 << 20


class Both:
    """What holds with NumPy and without."""

    def setUp(self):
        self.addCleanup(setattr, arrays, "_numpy", arrays._numpy)
        arrays._numpy = self.numpy
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.use(64 * MIB)

    def use(self, budget):
        self.memory = SharedMemory(self.folder, "w1", budget)
        arrays.use_memory(self.memory)
        self.addCleanup(arrays.use_memory, None)

    def from_jvm(self, name, count=LARGE):
        """A segment of the JVM: bytes that count up."""
        path = os.path.join(self.folder, name)
        mapping = segments.create(path, segments.capacity_for(count))
        mapping[:count] = bytes(i % 251 for i in range(count))
        return [name, 0, "|u1", [count], [1], False]

    def local(self, count=LARGE, text="|u1"):
        """An array of this process's own memory: elements 1."""
        if self.numpy:
            return self.numpy.ones(count, text)
        size = int(text[2:])
        return NdArray(text, (count,), (b"\1" + bytes(size - 1)) * count)

    def send(self, array):
        """What the JVM gets, once it is sent."""
        code, parts = arrays.take_apart(array)
        self.memory.sent()
        return code, parts

    def bytes_of(self, parts):
        """What the JVM sees under a reference."""
        name, offset, text, shape, strides, scalar = parts
        mapping = segments.open_to_read(os.path.join(self.folder, name))
        self.assertEqual([type(part) for part in parts], [str, int, str, list, list, bool])
        return NdArray(text, shape, mapping, strides, offset, scalar).tobytes()

    def files(self):
        return sorted(os.listdir(self.folder))

    # What comes in.

    def test_an_array_by_reference_is_not_copied_and_read_only(self):
        parts = self.from_jvm("j1")
        array = arrays.put_together(16, parts)
        self.assertEqual(array[:3].tolist(), [0, 1, 2])
        self.assertEqual((array.shape, array.strides), ((LARGE,), (1,)))
        with open(os.path.join(self.folder, "j1"), "r+b") as file:
            file.write(b"\x63")
        self.assertEqual(array[0], 0x63)
        with self.assertRaises(ValueError):
            array[0] = 1

    def test_shape_strides_and_offset_hold(self):
        self.from_jvm("j1")
        array = arrays.put_together(16, ["j1", 14, ">u2", [2, 3], [-4, 2], False])
        expected = [[0x0E0F, 0x1011, 0x1213], [0x0A0B, 0x0C0D, 0x0E0F]]
        self.assertEqual(array.tolist(), expected)
        scalar = arrays.put_together(16, ["j1", 2, "<u2", [], [], True])
        self.assertEqual((scalar.item(), scalar.scalar), (0x0302, True))

    def test_what_is_held_is_reported_once_and_what_is_let_go_too(self):
        memory = self.memory
        self.assertEqual(memory.report(), ([], []))
        passing = arrays.put_together(16, self.from_jvm("j1"))
        kept = arrays.put_together(16, self.from_jvm("j2"))
        part = kept[5:]
        del passing, kept
        self.assertEqual(memory.report(), (["j2"], []))
        self.assertEqual(memory.report(), ([], []))
        self.assertEqual(part[0], 5)
        # It comes again while it is held, and once more when it is not.
        again = arrays.put_together(16, ["j2", 0, "|u1", [LARGE], [1], False])
        del part
        self.assertEqual(memory.report(), ([], []))
        del again
        self.assertEqual(memory.report(), ([], ["j2"]))
        again = arrays.put_together(16, ["j2", 0, "|u1", [LARGE], [1], False])
        self.assertEqual(memory.report(), (["j2"], []))
        del again
        self.assertEqual(memory.report(), ([], ["j2"]))

    def test_iterators_and_derived_objects_hold_it(self):
        array = arrays.put_together(16, self.from_jvm("j1"))
        derived = numpy.frombuffer(array, "<u2")[3:] if self.numpy else array[::-1].T[1:]
        del array
        gc.collect()
        self.assertEqual(self.memory.report()[0], ["j1"])
        del derived
        self.assertEqual(self.memory.report()[1], ["j1"])

    def test_files_that_the_jvm_deleted_are_unmapped(self):
        arrays.put_together(16, self.from_jvm("j1"))
        os.unlink(os.path.join(self.folder, "j1"))
        self.assertEqual(arrays.put_together(16, ["j1", 1, "|u1", [1], [1], False])[0], 1)
        self.memory.released(["j1", "j9"])
        self.assertEqual(self.memory._foreign, {})
        with self.assertRaisesRegex(RefusedError, "the memory of a value is not there"):
            arrays.put_together(16, ["j1", 0, "|u1", [1], [1], False])

    def test_no_other_folder_is_read(self):
        for name in ("../j1", "/etc/passwd", "a/b"):
            with self.assertRaisesRegex(RefusedError, "is no segment"):
                arrays.put_together(16, [name, 0, "|u1", [1], [1], False])

    def test_links_are_not_followed(self):
        os.symlink("/etc/passwd", os.path.join(self.folder, "j1"))
        with self.assertRaises(RefusedError):
            arrays.put_together(16, ["j1", 0, "|u1", [1], [1], False])

    def test_bytes_are_copied_and_let_go_at_once(self):
        self.from_jvm("j1")
        expected = bytes(i % 251 for i in range(70_000))
        self.assertEqual(arrays.resolve_bytes(["j1", 70_000]), expected)
        self.assertEqual(self.memory.report(), ([], []))
        for size in (-1, 1 << 20):
            with self.assertRaisesRegex(RefusedError, "has no"):
                arrays.resolve_bytes(["j1", size])
        with self.assertRaisesRegex(RefusedError, "is no segment"):
            arrays.resolve_bytes(["../j1", 5])

    # What goes out.

    def test_long_bytes_go_through_memory_and_short_ones_do_not(self):
        content = os.urandom(LARGE)
        self.assertIsNone(arrays.share_bytes(content[: (1 << 16) - 1]))
        parts = arrays.share_bytes(content)
        # A message that is written again, because it turned out to be unusual, has it once.
        self.assertIs(arrays.share_bytes(content), parts)
        self.assertEqual(parts, ["w1-1", LARGE])
        with open(os.path.join(self.folder, "w1-1"), "rb") as file:
            self.assertEqual(file.read(LARGE), content)
        self.memory.sent()
        self.assertEqual(arrays.share_bytes(content)[0], "w1-2")
        self.memory.sent()
        self.memory.released(["w1-1", "w1-2"])
        self.assertEqual(arrays.share_bytes(os.urandom(LARGE))[0], "w1-1")
        self.memory.not_sent()
        self.assertEqual(arrays.share_bytes(content)[0], "w1-1")

    def test_bytes_beyond_the_budget_cross_in_the_message(self):
        self.use(LARGE)
        self.assertIsNone(arrays.share_bytes(bytes(2 * LARGE)))

    def test_an_array_of_the_jvm_goes_back_as_a_reference(self):
        array = arrays.put_together(16, self.from_jvm("j1"))
        self.assertEqual(self.send(array), (16, ["j1", 0, "|u1", [LARGE], [1], False]))
        self.assertEqual(self.send(array[10:20]), (16, ["j1", 10, "|u1", [10], [1], False]))
        self.assertEqual(self.send(array[::-2])[1][1:5], [LARGE - 1, "|u1", [LARGE // 2], [-2]])
        table = arrays.put_together(16, ["j1", 6, "<u2", [2, 3], [6, 2], False])
        self.assertEqual(self.send(table.T), (16, ["j1", 6, "<u2", [3, 2], [2, 6], False]))
        self.assertEqual(self.send(table[1]), (16, ["j1", 12, "<u2", [3], [2], False]))
        self.assertEqual(self.send(table[:0])[0], 15)
        self.assertEqual(self.files(), ["j1"])

    def test_results_are_copied_once_into_memory_of_the_worker(self):
        for text in ("|u1", ">f4", "<c16"):
            array = self.local(text=text)
            code, parts = self.send(array)
            self.assertEqual(code, 16)
            self.assertEqual(self.bytes_of(parts), array.tobytes())
        code, parts = self.send(self.local()[::3])
        self.assertEqual(code, 15)  # small
        code, parts = self.send(self.local(3 * LARGE)[::-3])
        self.assertEqual((code, parts[4]), (16, [1]))
        self.assertEqual(self.bytes_of(parts), b"\1" * LARGE)

    def test_small_ones_cross_in_the_message(self):
        self.assertEqual(self.send(self.local(SMALLEST - 1))[0], 15)
        self.assertEqual(self.send(self.local(SMALLEST))[0], 16)

    def test_memory_that_was_asked_for_is_not_copied(self):
        array = graft.empty((2, LARGE), "<i4")
        array[0] = 1
        array[1] = 2
        name = self.files()[0]
        self.assertEqual(name, "w1-1")
        self.assertEqual(
            self.send(array), (16, [name, 0, "<i4", [2, LARGE], [4 * LARGE, 4], False])
        )
        with self.assertRaises(ValueError):
            array[0, 0] = 1
        self.assertEqual(self.send(array[1, 1:3])[1], [name, 4 * LARGE + 4, "<i4", [2], [4], False])
        self.assertEqual(self.files(), [name])

    def test_memory_is_used_again_only_when_both_sides_let_it_go(self):
        memory = self.memory
        array = self.local()
        first = self.send(array)[1][0]
        second = self.send(array)[1][0]
        self.assertNotEqual(first, second)
        memory.released([first])
        self.assertEqual(self.send(array)[1][0], first)
        mine = graft.empty(LARGE, "|u1")
        third = self.send(mine)[1][0]
        memory.released([third])
        self.assertNotEqual(self.send(array)[1][0], third)
        # It comes back from the JVM, which lets it go at once: the node's part still holds it.
        part = arrays.put_together(16, [third, 0, "|u1", [LARGE], [1], False])[7:]
        del mine
        self.assertNotEqual(self.send(array)[1][0], third)
        with self.assertRaises(ValueError):
            part[0] = 1
        del part
        self.assertEqual(memory.report(), ([], []))
        self.assertEqual(self.send(array)[1][0], third)

    def test_a_message_that_was_not_sent_lends_nothing(self):
        array = self.local()
        mine = graft.empty(LARGE, "|u1")
        parts = arrays.take_apart(array)[1]
        self.assertIs(arrays.take_apart(array)[1], parts)  # a codec may try twice
        arrays.take_apart(mine)
        self.memory.not_sent()
        del mine
        self.assertEqual({self.send(self.local())[1][0] for _ in range(2)}, {"w1-1", "w1-2"})
        self.assertEqual(self.files(), ["w1-1", "w1-2"])

    def test_beyond_the_budget_arrays_cross_in_the_message(self):
        self.use(MIB)
        names = []
        while True:
            code, parts = self.send(self.local())
            if code == 15:
                break
            names.append(parts[0])
        self.assertIn(len(names), (9, 10))
        self.assertEqual(parts[2], b"\1" * LARGE)
        self.memory.released(names[:1])
        self.assertEqual(self.send(self.local())[0], 16)
        self.assertEqual(self.send(self.local())[0], 15)
        self.assertIsNot(graft.empty(LARGE, "|u1"), None)
        # What is free makes room for another size.
        self.memory.released(names)
        self.assertEqual(self.send(self.local(8 * LARGE))[0], 16)

    def test_a_full_file_system_is_no_error(self):
        self.memory._directory = os.path.join(self.folder, "missing")
        self.assertEqual(self.send(self.local())[0], 15)
        self.assertEqual(graft.empty(LARGE, "|u1").nbytes, LARGE)

    def test_the_number_of_segments_is_bounded(self):
        self.use(1 << 40)
        codes = [self.send(self.local(SMALLEST))[0] for _ in range(MOST_SEGMENTS + 5)]
        self.assertEqual(codes, [16] * MOST_SEGMENTS + [15] * 5)

    def test_idle_memory_is_given_back(self):
        names = [self.send(self.local(4 * MIB))[1][0] for _ in range(8)]
        self.memory.released(names)
        self.assertEqual(len(self.files()), 4)  # a quarter of the budget
        kept, deleted = self.memory.report()
        self.assertEqual((kept, sorted(deleted + self.files())), ([], names))
        self.assertEqual(self.memory.report(), ([], []))

    def test_nothing_is_left_after_many(self):
        sizes = (SMALLEST, 2 * LARGE, LARGE)
        for round in range(3000):
            name = self.send(self.local(sizes[round % 3]))[1][0]
            graft.empty(LARGE)
            arrays.put_together(16, [name, 0, "|u1", [9], [1], False])
            self.memory.released([name])
            self.assertEqual(self.memory.report(), ([], []))
        self.assertLess(len(self.files()), 6)
        self.assertLess(len(self.memory._names), 6)
        self.assertLess(len(self.memory._wholes), 6)

    def test_no_two_threads_get_the_same_memory(self):
        made = []

        def make():
            for _ in range(20):
                made.append(graft.empty(LARGE, "|u1"))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len({self.send(array)[1][0] for array in made}), 80)


class WithoutNumpyTest(Both, unittest.TestCase):
    numpy = None


@unittest.skipUnless(numpy, "needs NumPy")
class WithNumpyTest(Both, unittest.TestCase):
    numpy = numpy

    def test_views_beyond_the_memory_are_copied(self):
        array = arrays.put_together(16, self.from_jvm("j1"))
        wide = numpy.lib.stride_tricks.as_strided(array[:1], (2, SMALLEST), (0, 0))
        self.assertEqual(self.send(wide)[1], ["j1", 0, "|u1", [2, SMALLEST], [0, 0], False])
        wild = numpy.lib.stride_tricks.as_strided(array, (2, 2), (2**40, 1))
        self.assertEqual(self.memory.share(wild[:1], "|u1")[0], "j1")
        self.memory.sent()
        self.assertIsNone(self.memory._reference(wild, "|u1")[0])

    def test_arrays_are_real(self):
        array = arrays.put_together(16, self.from_jvm("j1"))
        self.assertIs(type(array), numpy.ndarray)
        self.assertEqual(int(array[:10].sum()), 45)
        with self.assertRaises(ValueError):
            array.flags.writeable = True

    def test_structured_memory_is_found_through_many_views(self):
        array = graft.empty((4, LARGE), "<f8")
        view = array.reshape(2, 2, LARGE).swapaxes(0, 1)[1, :, 7::3].view("<i8")
        code, parts = self.send(view)
        self.assertEqual((code, parts[0]), (16, "w1-1"))
        self.assertEqual(parts[1], 8 * LARGE + 56)
        self.assertEqual(parts[4], [2 * LARGE * 8, 24])


if __name__ == "__main__":
    unittest.main()
