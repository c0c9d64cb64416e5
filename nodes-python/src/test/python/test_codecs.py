"""Both codecs: what goes in comes out, type and bits; what cannot cross names its place."""

import collections
import copy
import dataclasses
import datetime
import decimal
import enum
import json
import pickle
import struct
import unittest
import uuid
from unittest import mock

from graft import classes, flat, msgpack, opaque, unflat, unmsgpack, walk
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
        elif type(left) is complex:
            pairs.append(((left.real, left.imag), (right.real, right.imag)))
        elif type(left) is decimal.Decimal:
            pairs.append((str(left), str(right)))
        elif type(left) in (set, frozenset):
            pairs.append((sorted(left, key=repr), sorted(right, key=repr)))
        elif type(left) in (datetime.datetime, datetime.time):
            pairs.append((left.tzinfo, right.tzinfo))
            pairs.append((left.fold, right.fold))
            if left.replace(tzinfo=None) != right.replace(tzinfo=None):
                return False
        elif type(left) is datetime.timezone:
            pairs.append((left.__getinitargs__(), right.__getinitargs__()))
        elif dataclasses.is_dataclass(left):
            pairs.append((vars(left), vars(right)))
        elif type(left) in (list, tuple) or isinstance(left, tuple):
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


class Colour(enum.IntEnum):
    RED = 1
    ROT = 1  # another name of the same member


class Access(enum.Flag):
    READ = 1
    WRITE = 2


class Word(enum.Enum):
    LONG = "long"
    SHORT = ("sh", 1)


Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Track:
    name: str
    points: list
    length: float = dataclasses.field(init=False, default=0.0)

    def __post_init__(self):
        raise AssertionError("making one from its fields must not call this")


@dataclasses.dataclass(frozen=True)
class Key:
    id: int

    class Inner(enum.Enum):
        A = 1


def track(name, points):
    made = object.__new__(Track)
    made.name, made.points, made.length = name, points, 1.5
    return made


classes.register(__name__)
hour = datetime.timedelta(hours=1)

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
    set(),
    {1, "a", (2, 3.0), None, b"x", frozenset((1, 2))},
    frozenset(),
    frozenset(("a", frozenset(("b",)))),
    {frozenset((1,)): {2}},
    0j,
    complex(-0.0, float("nan")),
    decimal.Decimal("1.10"),
    decimal.Decimal("-0E+5"),
    decimal.Decimal("1E-999999"),
    decimal.Decimal("-sNaN123"),
    decimal.Decimal("Infinity"),
    datetime.date(1, 1, 1),
    datetime.date(9999, 12, 31),
    datetime.time(),
    datetime.time(23, 59, 59, 999999, fold=1),
    datetime.time(1, tzinfo=datetime.timezone.utc),
    datetime.datetime(2024, 2, 29, 12, 30, 0, 1),
    datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(-hour)),
    datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(hour, "a [name] ✓")),
    datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(datetime.timedelta(0), "")),
    datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(datetime.timedelta(microseconds=-1))),
    datetime.timedelta(0),
    datetime.timedelta(microseconds=-1),
    datetime.timedelta.max,
    datetime.timedelta.min,
    uuid.UUID(int=0),
    uuid.UUID("0e984725-c51c-4bf4-9960-e1c80e27aba0"),
    Colour.RED,
    Access.WRITE,
    Word.SHORT,
    Key.Inner.A,
    Point(1, [Point(2.0, None)]),
    track("t", [Point(1, 2), {"k": track("inner", [])}]),
    {Key(1): Key(2), Colour.RED: 1},
    [[1.0, 2.0], ["a", "b"], [1, 2**63], [1, 1.0], ["a", 1], [True, True]],
    {"a": [1, 2, 3], "b": {"c": ["x"] * 20, 1: [2**100] * 3}},
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
            back = unflat.decode(to_python_side(flat.encode(value, "out")))
            self.assertTrue(alike(back, value))

    def test_msgpack(self):
        for value in VALUES:
            back = unmsgpack.decode(msgpack.encode(value, "out"))
            self.assertTrue(alike(back, value))

    def test_careful_and_quick_encoders_agree(self):
        for value in VALUES:
            self.assertEqual(
                bytes(msgpack.encode_carefully(value, "out")), bytes(msgpack.encode(value, "out"))
            )
            careful = to_python_side(flat.encode_carefully(value, "out"))
            self.assertTrue(alike(unflat.decode(careful), value))

    def test_the_limit_of_recursion_is_put_back(self):
        import sys

        before = sys.getrecursionlimit()
        unmsgpack.decode(msgpack.encode(nested(1000), "out"))
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
            self.assertEqual(unmsgpack.decode(bytes.fromhex(text)), value)

    def test_broken_messages(self):
        for text in ("", "92", "92c0", "a561", "c1", "c0c0", "d40190c0", "d40305", "cb00"):
            with self.assertRaises(ValueRefusedError) as caught:
                unmsgpack.decode(bytes.fromhex(text))
            self.assertEqual(caught.exception.kind, "INTERNAL")


class RealObjectsTest(unittest.TestCase):
    """What arrives is what the class of its type makes, not something like it."""

    def test_the_usual_tools_work(self):
        value = {"list": [1, (2, 3.0)], "text": "ü", "none": None}
        for back in (
            unflat.decode(to_python_side(flat.encode(value, "out"))),
            unmsgpack.decode(msgpack.encode(value, "out")),
        ):
            self.assertIs(type(back), dict)
            self.assertEqual(json.dumps(back), json.dumps(value))
            self.assertEqual(copy.deepcopy(back), value)
            self.assertEqual(pickle.loads(pickle.dumps(back)), value)

    def test_members_are_the_members(self):
        for member in (Colour.RED, Access.READ, Word.LONG):
            self.assertIs(unmsgpack.decode(msgpack.encode(member, "out")), member)

    def test_an_opaque_object_comes_back_itself(self):
        wrapper = opaque.Opaque(object())
        for encode, decode in ((flat.encode, unflat.decode), (msgpack.encode, unmsgpack.decode)):
            self.assertIs(decode(encode([wrapper], "out"))[0], wrapper)
        wrapper.release()

    def test_a_released_one_does_not(self):
        wrapper = opaque.Opaque(1)
        message = msgpack.encode(wrapper, "out")
        wrapper.release()
        with self.assertRaises(ValueRefusedError) as caught:
            unmsgpack.decode(message)
        self.assertEqual(str(caught.exception), "in: the opaque int was released")


class RefusalTest(unittest.TestCase):
    def check(self, value, kind, message):
        for codec in (flat, msgpack):
            with self.assertRaises(ValueRefusedError) as caught:
                codec.encode(value, "out")
            self.assertEqual(caught.exception.kind, kind)
            self.assertEqual(str(caught.exception), message)

    def test_other_types_name_their_path(self):
        items = [0, 1, 2, {"name": iter(())}]
        advice = "return plain data, make the class a dataclass, or wrap it in graft.Opaque"
        self.check(
            {"items": items}, "TYPE", f"out.items[3].name: tuple_iterator cannot cross; {advice}"
        )
        self.check(range(3), "TYPE", "out: range cannot cross; use list(...)")
        self.check({"a b": bytearray()}, "TYPE", "out['a b']: bytearray cannot cross; use bytes(...)")
        self.check((1, object()), "TYPE", f"out[1]: object cannot cross; {advice}")
        self.check({range(1): 1}, "TYPE", "out.keys()[0]: range cannot cross; use list(...)")
        self.check(
            (x for x in ()),
            "TYPE",
            "out: generator cannot cross; yield its values one by one, or make a list",
        )

    def test_paths_lead_through_records_and_sets(self):
        inner = track("x", [{"deep": {1, range(1)}}])
        with self.assertRaises(ValueRefusedError) as caught:
            msgpack.encode([inner], "out")
        self.assertRegex(str(caught.exception), r"^out\[0\]\.points\[0\]\.deep\[[01]\]: range ")

    def test_subclasses_are_refused(self):
        self.check(
            {"d": collections.OrderedDict()},
            "TYPE",
            "out.d: OrderedDict (a subclass of dict) cannot cross; convert it with dict(...)",
        )

        class Text(str):
            pass

        self.check(
            [Text("x")],
            "TYPE",
            "out[0]: Text (a subclass of str) cannot cross; convert it with str(...)",
        )

    def test_what_would_lose_something_is_refused(self):
        self.check(
            Access.READ | Access.WRITE,
            "TYPE",
            "out: Access is no single member; send its value, or a list of members",
        )
        more = track("t", [])
        more.extra = 1
        self.check(
            [more], "TYPE", "out[0]: Track has an attribute 'extra' that is no field of it"
        )
        nan = float("nan")
        self.check(
            {nan, float("nan")},
            "INVALID",
            "out: holds several NaNs, which are one value elsewhere",
        )
        self.check(
            {nan: 1, float("nan"): 2},
            "INVALID",
            "out.keys()[1]: a second key that is NaN, which is one value elsewhere",
        )

    def test_zones_of_other_classes_are_refused(self):
        class Zone(datetime.tzinfo):
            pass

        self.check(
            {"at": datetime.datetime(2024, 1, 1, tzinfo=Zone())},
            "TYPE",
            "out.at: its tzinfo is of class Zone; use datetime.timezone or zoneinfo.ZoneInfo",
        )

    def test_local_classes_are_refused(self):
        @dataclasses.dataclass
        class Local:
            x: int

        self.check(
            Local(1),
            "TYPE",
            "out: Local is defined inside a function; move it to the file's top level",
        )

    def test_names_that_mean_nothing_here(self):
        for code, parts, message in (
            (13, ["Nope", "X"], "no class Nope is known here; import it in the node's file"),
            (13, ["Colour", "BLUE"], "Colour has no member BLUE"),
            (13, ["Track", "X"], "Track is no enum here"),
            (14, ["Colour", {}], "Colour is neither a dataclass nor a named tuple here"),
            (14, ["Track", {"name": 1}], "Track lacks its field 'points'"),
            (14, ["Point", {"x": 1, "y": 2, "z": 3}], "Point has no field 'z' here"),
            (14, ["os.stat_result", {}], None),
            (17, ["elsewhere", 1, "Model"], None),
            (10, [2024, 1, 1, 0, 0, 0, 0, 0, "Nowhere/At_All"], None),
            (8, [2024, 2, 30], None),
        ):
            flattened = [15, code, len(parts)]
            for part in parts:
                flattened += flat.encode(part, "out")
            with self.assertRaises(ValueRefusedError) as caught:
                unflat.decode(flattened)
            if message is not None:
                self.assertEqual(str(caught.exception), "in: " + message)

    def test_a_name_imports_nothing(self):
        import sys

        self.assertNotIn("antigravity", sys.modules)
        with self.assertRaises(ValueRefusedError):
            unflat.decode([15, 14, 2, 6, "antigravity.Thing", 14, 0])
        self.assertNotIn("antigravity", sys.modules)

    def test_size(self):
        shared = [0]
        for _ in range(40):
            shared = [shared, shared]
        for codec in (flat, msgpack):
            with mock.patch.object(walk, "MAX_ITEMS", 10000):
                with mock.patch.object(codec, "MAX_ITEMS", 10000):
                    with self.assertRaises(ValueRefusedError) as caught:
                        codec.encode(shared, "out")
            self.assertEqual(caught.exception.kind, "RANGE")
            self.assertIn("holds more than 10000 values", str(caught.exception))

    def test_bytes(self):
        with mock.patch.object(walk, "MAX_BYTES", 1000), mock.patch.object(msgpack, "MAX_BYTES", 1000):
            with mock.patch.object(msgpack, "MAX_ITEMS", 1000):
                with self.assertRaises(ValueRefusedError) as caught:
                    msgpack.encode([bytes(600), bytes(600)], "out")
        self.assertEqual(
            str(caught.exception),
            "out: takes 1207 bytes, more than 1000; send it as several items, or as an array",
        )

    def test_cycles(self):
        value = {"a": []}
        value["a"].append(value)
        self.check(value, "RANGE", "out.a[0]: the value contains itself")
        shared = [1]
        self.assertEqual(unmsgpack.decode(msgpack.encode([shared, shared], "out")), [[1], [1]])

    def test_depth(self):
        for codec in (flat, msgpack):
            with self.assertRaises(ValueRefusedError) as caught:
                codec.encode(nested(1001), "out")
            self.assertEqual(caught.exception.kind, "RANGE")
            self.assertIn("deeper than 1000", str(caught.exception))
            self.assertLess(len(str(caught.exception)), 200)

    def test_depth_of_what_comes_in(self):
        with self.assertRaises(ValueRefusedError) as caught:
            unflat.decode([8, 1] * 1001 + [0])
        self.assertEqual(caught.exception.kind, "RANGE")
        with self.assertRaises(ValueRefusedError) as caught:
            unmsgpack.decode(b"\x91" * 1001 + b"\xc0")
        self.assertEqual(caught.exception.kind, "RANGE")

    def test_unhashable_keys_that_come_in(self):
        class Broken:
            def __hash__(self):
                raise AssertionError("broken")

        for decode in (
            lambda: unflat.decode([10, 1, 8, 0, 0]),
            lambda: unmsgpack.decode(bytes.fromhex("8190c0")),
        ):
            with self.assertRaises(ValueRefusedError) as caught:
                decode()
            self.assertEqual((caught.exception.kind, caught.exception.path), ("TYPE", "in"))
        with mock.patch.dict("graft.parts._MAKERS", {99: lambda pieces: Broken()}):
            for flattened in ([10, 1, 15, 99, 0, 0], [15, 4, 1, 15, 99, 0]):
                with self.assertRaises(ValueRefusedError) as caught:
                    unflat.decode(flattened)
                self.assertEqual(caught.exception.kind, "INVALID")
                self.assertIn("cannot be made: broken", str(caught.exception))

    def test_keys_that_are_equal_here(self):
        Pair = collections.namedtuple("Pair", "x y")
        self.assertEqual(Pair(1, 2), (1, 2))
        for decode in (
            lambda: unflat.decode([10, 2, 3, 1, 0, 5, 1.0, 0]),
            lambda: unmsgpack.decode(bytes.fromhex("8201c0cb3ff0000000000000c0")),
        ):
            with self.assertRaises(ValueRefusedError) as caught:
                decode()
            self.assertEqual(str(caught.exception), "in: two keys of a dict are equal here")


if __name__ == "__main__":
    unittest.main()
