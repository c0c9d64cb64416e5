"""Runs of plain values: their layout, which ``PlainRunTest`` has too, and how a host takes them."""

import struct
import unittest

from graft import runs
from graft.errors import ProtocolError
from graft.failure import Failure
from graft.host import Host
from support import unit


class LayoutTest(unittest.TestCase):
    def test_requests(self):
        for text, values in (
            ("c17100000000000000070000000000000009000000020000000000000001ffffffffffffffff", [1, -1]),
            ("c1640000000000000007000000000000000900000001bff8000000000000", [-1.5]),
            (
                "c17300000000000000070000000000000009000000030000000200000002000000056162e282ac",
                ["ab", "", "€"],
            ),
        ):
            with self.subTest(values):
                handle, first, read = runs.read_request(bytearray.fromhex(text))
                self.assertEqual((handle, first, list(read)), (7, 9, values))

    def test_answers(self):
        for text, values in (
            ("c171000000010000000000000005", [5]),
            ("c164000000017ff0000000000000", [float("inf")]),
            ("c1730000000200000001000000037ac3a9", ["z", "é"]),
        ):
            with self.subTest(values):
                self.assertEqual(runs.write_answer(values).hex(), text)

    def test_what_does_not_fit(self):
        for values in ([1, 2**63], [-(2**63) - 1], ["a", "\ud800"]):
            with self.subTest(values):
                with self.assertRaises(runs.Unfit):
                    runs.write_answer(values)

    def test_broken_requests(self):
        good = bytes.fromhex(
            "c17300000000000000070000000000000009000000020000000200000005" "6162e282ac"
        )
        for frame in (
            good[:1],
            good[:20],
            good[:25],
            good[:1] + b"x" + good[2:],
            good[:-1],  # half a character
            good[:18] + struct.pack(">I", 2**31) + good[22:],
        ):
            with self.subTest(frame.hex()):
                with self.assertRaises(ProtocolError):
                    runs.read_request(frame)


NODE = """
import time

class N:
    def __init__(self):
        self.seen = []

    def process(self, x):
        self.seen.append(x)
        if x == "sleep":
            time.sleep(0.02)
            return "slept"
        if x == "many":
            return (y for y in (1, 2.0, "z"))
        if x == "nothing":
            return None
        if x == "list":
            return [x]
        if x == "true":
            return True
        if x == "bad":
            raise ValueError("bad item")
        return {"int": 1, "float": 1.5}.get(x, x)
"""


class HostTest(unittest.TestCase):
    """What leaves the host, and in which groups."""

    def setUp(self):
        self.host = Host()
        self.addCleanup(self.host.close_all)
        loaded = unit(NODE)
        self.host.load(loaded)
        self.handle = self.host.open(
            {"module": loaded["module"], "symbol": "N", "params": {}, "keyed": False}
        )
        self.left = []

    def run_through(self, values, wanted=True, first=5):
        def emit(value, waits):
            self.left.append((value, waits))
            return wanted

        self.host.run(
            self.handle,
            first,
            values,
            emit,
            lambda run: self.left.append(list(run)),
            lambda: self.left.append("leave"),
        )
        return self.left

    def test_outputs_of_one_type_are_one_run(self):
        self.assertEqual(self.run_through(["a", "b", "c"]), [["a", "b", "c"]])

    def test_another_type_ends_a_run(self):
        self.assertEqual(
            self.run_through(["a", "int", "int", "float", "b", "nothing", "c"]),
            [["a"], [1, 1], [1.5], ["b", "c"]],
        )

    def test_other_outputs_keep_their_place(self):
        self.assertEqual(
            self.run_through(["a", "list", "b", "true", "many", "c"]),
            [
                ["a"],
                (["list"], False),
                ["b"],
                (True, False),
                (1, True),
                (2.0, True),
                ("z", True),
                ["c"],
            ],
        )

    def test_a_failure_comes_after_what_was_before_it(self):
        with self.assertRaises(Failure) as caught:
            self.run_through(["a", "int", "bad", "b"])
        self.assertEqual(self.left, [["a"], [1]])
        self.assertEqual(caught.exception.data["index"], 7)
        self.assertEqual(caught.exception.data["emitted"], 0)

    def test_nothing_is_begun_when_nobody_wants_more(self):
        self.run_through(["many", "a"], wanted=False)
        self.assertEqual(self.left, [(1, True)])

    def test_an_output_does_not_wait_for_slow_items(self):
        self.assertEqual(
            self.run_through(["a", "sleep", "sleep", "b"]),
            [["a", "slept"], "leave", ["slept"], "leave", ["b"]],
        )

    def test_the_general_way_does_not_let_wait_either(self):
        self.host.process(
            self.handle,
            [[i, None, x] for i, x in enumerate(["a", "sleep", "b", "c"])],
            lambda value, _: self.left.append(value) or True,
            lambda: self.left.append("leave"),
        )
        self.assertEqual(self.left, ["a", "slept", "leave", "b", "c"])

    def test_no_node(self):
        with self.assertRaises(Failure) as caught:
            self.host.run(99, 0, [1], None, None, None)
        self.assertIn("no node has the handle 99", caught.exception.data["message"])


if __name__ == "__main__":
    unittest.main()
