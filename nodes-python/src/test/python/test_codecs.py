"""Both codecs: what goes in comes out, type and bits; what cannot cross names its place."""

import collections
import enum
import struct
import unittest

from graft import flat, msgpack
from graft.errors import ValueRefusedError


def alike(left, right):
    """Equal in types, bits and order, all the way down (and without recursion)."""
    pairs = [(left, right)]
    while pairs:
        left, right = pairs.pop()
        if type(left) is not type(right):
            return False
        if type(left) is float:
            if struct.pack(">d", left) != struct.pack(">d", right):
                return False
        elif type(left) is dict:
            pairs.append((list(left.items()), list(right.items())))
        elif type(left) in (list, tuple):
            if len(left) != len(right):
                return False
            pairs.extend(zip(left, right))
        elif left != right:
            return False
    return True


def nested(depth, make=lambda inner: [inner]):
    value = 0
    for _ in range(depth):
        value = make(value)
    return value


VALUES = [
    None,
    True,
    False,
    0,
    127,
    128,
    255,
    256,
    65535,
    65536,
    2**32 - 1,
    2**32,
    2**63 - 1,
    2**63,
    2**64,
    2**200,
    -1,
    -32,
    -33,
    -128,
    -129,
    -32768,
    -32769,
    -(2**31),
    -(2**31) - 1,
    -(2**63),
    -(2**63) - 1,
    -(2**200),
    0.0,
    -0.0,
    1.0,
    1.5e308,
    5e-324,
    float("inf"),
    float("-inf"),
    float("nan"),
    "",
    "a",
    "ü€😀",
    "x" * 31,
    "x" * 32,
    "x" * 255,
    "x" * 256,
    "x" * 65536,
    "\ud800",
    "a\udfff\n'\"",
    b"",
    b"\x00\xff",
    bytes(256),
    bytes(65536),
    [],
    [1, 1.0, True],
    list(range(15)),
    list(range(16)),
    list(range(65536)),
    (),
    (1,),
    (1, (2, [3, (4,)])),
    tuple(range(20000)),
    {},
    {"a": 1, "b": {"c": [None]}},
    {1: "a", 2.5: "b", "1": "c", None: "d", b"1": "e", (1, ("x", 2.0)): "f"},
    {i: i for i in range(16)},
    {i: i for i in range(70000)},
    nested(1000),
    nested(999, lambda inner: (inner,)),
    nested(700, lambda inner: {"k": inner}),
    nested(61),
    nested(62, lambda inner: (inner, "x")),
]


def to_python_side(elements):
    """What the JVM would send for what it got: bytes travel as text on the way in."""
    return [item.decode("latin-1") if type(item) is bytes else item for item in elements]


class RoundTripTest(unittest.TestCase):
    def test_flat(self):
        for value in VALUES:
            back = flat.decode(to_python_side(flat.encode(value, "out")))
            self.assertTrue(alike(back, value))

    def test_msgpack(self):
        for value in VALUES:
            back = msgpack.decode(msgpack.encode(value, "out"))
            self.assertTrue(alike(back, value))

    def test_careful_and_quick_encoders_agree(self):
        for value in VALUES:
            self.assertEqual(
                bytes(msgpack._encode_carefully(value, "out")), bytes(msgpack.encode(value, "out"))
            )
            left, right = flat._encode_carefully(value, "out"), flat.encode(value, "out")
            self.assertTrue(alike(left, right))

    def test_the_limit_of_recursion_is_put_back(self):
        import sys

        before = sys.getrecursionlimit()
        msgpack.decode(msgpack.encode(nested(1000), "out"))
        self.assertEqual(sys.getrecursionlimit(), before)


class BytesTest(unittest.TestCase):
    """Exact encodings, from the specification."""

    def check(self, value, text):
        self.assertEqual(bytes(msgpack.encode(value, "out")).hex(), text.replace(" ", ""))

    def test_smallest_encodings(self):
        self.check(None, "c0")
        self.check([True, False], "92 c3 c2")
        self.check(127, "7f")
        self.check(128, "cc80")
        self.check(256, "cd0100")
        self.check(65536, "ce00010000")
        self.check(2**32, "cf0000000100000000")
        self.check(-32, "e0")
        self.check(-33, "d0df")
        self.check(-129, "d1ff7f")
        self.check(-32769, "d2ffff7fff")
        self.check(-(2**63), "d38000000000000000")
        self.check(1.0, "cb3ff0000000000000")
        self.check("a", "a161")
        self.check(b"a", "c40161")
        self.check({"a": 1}, "81a16101")

    def test_extensions(self):
        self.check(2**63, "c709 01 008000000000000000")
        self.check(-(2**63) - 1, "c709 01 ff7fffffffffffffff")
        self.check(2**119, "d8 01 00" + "00800000000000000000000000000000"[2:])
        self.check("\ud800", "c70302eda080")
        self.check((), "d40390")
        self.check((1, 2), "c7 03 03 92 01 02")
        self.check((1,), "d5 03 91 01")

    def test_other_encodings_are_read(self):
        for text, value in (
            ("ca3fc00000", 1.5),
            ("d900", ""),
            ("dc0001c0", [None]),
            ("de000101c0", {1: None}),
            ("cf0000000000000001", 1),
            ("d3ffffffffffffffff", -1),
            ("d6 01 00000001", 1),
            ("c6 00000001 61", b"a"),
        ):
            self.assertEqual(msgpack.decode(bytes.fromhex(text)), value)

    def test_broken_messages(self):
        for text in ("", "92", "92c0", "a561", "c1", "c0c0", "d40190c0", "d40305", "cb00"):
            with self.assertRaises(ValueRefusedError) as caught:
                msgpack.decode(bytes.fromhex(text))
            self.assertEqual(caught.exception.kind, "INTERNAL")


class Colour(enum.IntEnum):
    RED = 1


class RefusalTest(unittest.TestCase):
    def check(self, value, kind, message):
        for codec in (flat, msgpack):
            with self.assertRaises(ValueRefusedError) as caught:
                codec.encode(value, "out")
            self.assertEqual(caught.exception.kind, kind)
            self.assertEqual(str(caught.exception), message)

    def test_other_types_name_their_path(self):
        items = [0, 1, 2, {"name": {1}}]
        self.check({"items": items}, "TYPE", "out.items[3].name: set cannot cross yet")
        self.check({1, 2}, "TYPE", "out: set cannot cross yet")
        self.check({"a b": 1j}, "TYPE", "out['a b']: complex cannot cross yet")
        self.check((1, object()), "TYPE", "out[1]: object cannot cross yet")
        self.check({frozenset(): 1}, "TYPE", "out.keys()[0]: frozenset cannot cross yet")

    def test_subclasses_are_refused(self):
        Point = collections.namedtuple("Point", "x y")
        self.check(Colour.RED, "TYPE", "out: Colour (a subclass of int) cannot cross yet")
        self.check([Point(1, 2)], "TYPE", "out[0]: Point (a subclass of tuple) cannot cross yet")
        self.check(
            {"d": collections.OrderedDict()},
            "TYPE",
            "out.d: OrderedDict (a subclass of dict) cannot cross yet",
        )

    def test_cycles(self):
        value = {"a": []}
        value["a"].append(value)
        self.check(value, "RANGE", "out.a[0]: the value contains itself")
        shared = [1]
        self.assertEqual(msgpack.decode(msgpack.encode([shared, shared], "out")), [[1], [1]])

    def test_depth(self):
        for codec in (flat, msgpack):
            with self.assertRaises(ValueRefusedError) as caught:
                codec.encode(nested(1001), "out")
            self.assertEqual(caught.exception.kind, "RANGE")
            self.assertIn("deeper than 1000", str(caught.exception))
            self.assertLess(len(str(caught.exception)), 200)

    def test_depth_of_what_comes_in(self):
        with self.assertRaises(ValueRefusedError) as caught:
            flat.decode([8, 1] * 1001 + [0])
        self.assertEqual(caught.exception.kind, "RANGE")
        with self.assertRaises(ValueRefusedError) as caught:
            msgpack.decode(b"\x91" * 1001 + b"\xc0")
        self.assertEqual(caught.exception.kind, "RANGE")

    def test_unhashable_keys_that_come_in(self):
        with self.assertRaises(ValueRefusedError) as caught:
            flat.decode([10, 1, 8, 0, 0])
        self.assertEqual((caught.exception.kind, caught.exception.path), ("TYPE", "in"))
        with self.assertRaises(ValueRefusedError):
            msgpack.decode(bytes.fromhex("8190c0"))


if __name__ == "__main__":
    unittest.main()
