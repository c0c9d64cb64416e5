"""The contracts of the SDK's nodes, at their edges."""

import math
import struct
import unittest

from graft.nodes import _numbers
from support import Bench, sdk_unit

NAN = float("nan")
INF = float("inf")


def same(left, right):
    """Equal in type and bits."""
    if type(left) is not type(right):
        return False
    if type(left) is float:
        if left != left:
            return right != right
        return struct.pack(">d", left) == struct.pack(">d", right)
    return left == right


class NodeTest(unittest.TestCase):
    def assertSame(self, actual, expected):
        self.assertTrue(same(actual, expected), f"{actual!r} is not {expected!r}")


class CalculatorTest(NodeTest):
    LOADED = sdk_unit("calculator")

    def node(self, operation="add", operand=0):
        return Bench(self.LOADED, "CalculatorNode", {"operation": operation, "operand": operand})

    def check(self, operation, item, operand, expected):
        node = self.node(operation, operand)
        if isinstance(expected, str):
            self.assertEqual(node.fails(item)["kind"], expected, (operation, item, operand))
        else:
            (actual,) = node.step(item)
            self.assertTrue(same(actual, expected), operation)

    def test_defaults_add_zero(self):
        self.assertEqual(Bench(self.LOADED, "CalculatorNode").step(5), [5])

    def test_bool_counts_as_int(self):
        self.check("add", True, 0, 1)
        self.check("multiply", True, True, 1)
        self.check("square", True, 9, 1)
        self.check("power", False, False, 1)
        self.check("divide", True, 2, 0.5)
        self.check("modulo", True, True, 0)

    def test_sums_and_products(self):
        self.check("add", 2**63 - 1, 1, 2**63)
        self.check("add", 2**53 + 1, 0.0, float(2**53))
        self.check("add", -0.0, 0, 0.0)
        self.check("subtract", -0.0, 0, -0.0)
        self.check("multiply", 1e308, 10, INF)
        self.check("multiply", 0, -1.0, -0.0)
        self.check("add", INF, -INF, NAN)
        self.check("add", 10**400, 1.0, "RANGE")
        self.check("multiply", 10**400, NAN, "RANGE")
        self.check("multiply", 10**400, 10**400, 10**800)

    def test_division(self):
        self.check("divide", 6, 3, 2.0)
        self.check("divide", 10**400, 10**399, 10.0)
        self.check("divide", 0, -5, -0.0)
        self.check("divide", 1, 0, "ARITHMETIC")
        self.check("divide", 1.0, 0.0, "ARITHMETIC")
        self.check("divide", NAN, False, "ARITHMETIC")
        self.check("divide", 10**400, 0.0, "ARITHMETIC")
        self.check("divide", 10**400, 1, "RANGE")
        self.check("divide", 10**400, 2.0, "RANGE")
        self.check("divide", 1, 10**400, 0.0)
        self.check("divide", 1, -(10**400), -0.0)

    def test_modulo(self):
        self.check("modulo", -7, 3, 2)
        self.check("modulo", 7, -3, -2)
        self.check("modulo", -7.5, 2, 0.5)
        self.check("modulo", -4.0, 2.0, 0.0)
        self.check("modulo", 4.0, -2.0, -0.0)
        self.check("modulo", INF, 2, NAN)
        self.check("modulo", -5.0, INF, INF)
        self.check("modulo", 5.0, INF, 5.0)
        self.check("modulo", 5, 0, "ARITHMETIC")
        self.check("modulo", 5, -0.0, "ARITHMETIC")
        self.check("modulo", 10**400, 1.5, "RANGE")

    def test_power(self):
        self.check("power", 2, 10, 1024)
        self.check("power", 2, -1, 0.5)
        self.check("power", 0, 0, 1)
        self.check("power", NAN, 0, 1.0)
        self.check("power", 1, NAN, 1.0)
        self.check("power", 1.0, NAN, 1.0)
        self.check("power", -1.0, INF, 1.0)
        self.check("power", -1, -INF, 1.0)
        self.check("power", 0, -1, "ARITHMETIC")
        self.check("power", -0.0, -1.5, "ARITHMETIC")
        self.check("power", 0.0, -INF, INF)
        self.check("power", -8, 1 / 3, "RANGE")
        self.check("power", -INF, 0.5, INF)
        self.check("power", -0.0, 3.0, -0.0)
        self.check("power", 1e308, 2.0, "RANGE")
        self.check("power", INF, 2, INF)
        self.check("power", 10**400, 0.5, "RANGE")
        self.check("power", 10**400, -1, "RANGE")

    def test_power_has_a_size_cap(self):
        self.check("power", 2, 1_000_000, "RANGE")
        self.check("power", 2, 999_999, 2**999_999)
        self.check("power", 3, 10**30, "RANGE")
        self.check("power", 1, 10**30, 1)
        self.check("power", -1, 10**30 + 1, -1)
        self.check("power", 0, 10**30, 0)
        self.check("power", 3, 700_000, "RANGE")
        self.check("square", 1 << 500_000, 0, "RANGE")
        self.check("square", 1 << 499_999, 0, 1 << 999_998)

    def test_square_is_a_product(self):
        value = 1.1000000000000003
        self.check("square", value, 0, value * value)
        self.check("square", 1e200, 0, "RANGE")
        self.check("square", -INF, 0, INF)
        self.check("square", NAN, 0, NAN)
        self.check("square", -3, 99, 9)

    def test_not_a_number(self):
        for item in ("1", None, 1j, [1], (1,), {}, b"1"):
            with self.subTest(item=item):
                self.assertEqual(self.node().fails(item)["kind"], "TYPE")


class SmallNodesTest(NodeTest):
    def test_pass_through(self):
        node = Bench(sdk_unit("pass_through"), "PassThroughNode")
        item = {"a": [1, (2.0, True)]}
        self.assertIs(node.step(item)[0], item)
        self.assertEqual(node.step(None), [])
        self.assertEqual(node.step([None]), [[None]])

    def test_double_and_add_ten(self):
        double = Bench(sdk_unit("double"), "DoubleNode")
        self.assertSame(double.step(True)[0], 2)
        self.assertSame(double.step(1.5)[0], 3.0)
        self.assertSame(double.step(2**70)[0], 2**71)
        self.assertEqual(double.fails("x")["kind"], "TYPE")
        add = Bench(sdk_unit("add_ten"), "AddTenNode")
        self.assertSame(add.step(False)[0], 10)
        self.assertSame(add.step(-10.0)[0], 0.0)
        self.assertEqual(add.fails([1])["kind"], "TYPE")

    def test_format(self):
        node = Bench(sdk_unit("format"), "FormatNode")
        for item, text in (
            (20, "20"),
            (True, "True"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (1e-5, "1e-05"),
            (5e-324, "5e-324"),
            (-0.0, "-0.0"),
            (NAN, "nan"),
            (-INF, "-inf"),
            ("", ""),
            ("\ud800", "\ud800"),
        ):
            (out,) = node.step(item)
            self.assertEqual(list(out), ["result", "formatted"])
            self.assertIs(out["result"], item)
            self.assertEqual(out["formatted"], "Result: " + text)
        self.assertEqual(node.fails([1])["kind"], "TYPE")
        self.assertEqual(node.fails(b"")["kind"], "TYPE")

    def test_format_of_a_long_int(self):
        node = Bench(sdk_unit("format"), "FormatNode")
        (out,) = node.step(-(10**20000))
        self.assertEqual(out["formatted"], "Result: -1" + "0" * 20000)

    def test_text_of_long_ints_is_exact(self):
        for value in (7**9000, 10**7000 + 1, 10**7000 - 1, 1 << 30000):
            text = _numbers.text(value)
            back = 0
            for start in range(0, len(text), 1000):
                part = text[start : start + 1000]
                back = back * 10 ** len(part) + int(part)
            self.assertEqual(back, value)
            self.assertNotEqual(text[0], "0")

    def test_repeat(self):
        loaded = sdk_unit("repeat")
        self.assertEqual(
            Bench(loaded, "RepeatNode", {"count": 3}).step(7),
            [{"index": 0, "value": 0}, {"index": 1, "value": 7}, {"index": 2, "value": 14}],
        )
        self.assertEqual(Bench(loaded, "RepeatNode", {"count": 0}).step(7), [])
        huge = Bench(loaded, "RepeatNode", {"count": 10**30})
        self.assertEqual(len(huge.step(1, wanted=2)), 2)
        failure = huge.fails("x")
        self.assertEqual((failure["kind"], failure["emitted"]), ("TYPE", 0))
        values = [out["value"] for out in Bench(loaded, "RepeatNode").step(-1.5)]
        self.assertSame(values[0], -0.0)
        self.assertSame(values[4], -6.0)
        self.assertTrue(math.isnan(Bench(loaded, "RepeatNode").step(INF)[0]["value"]))
        self.assertSame(Bench(loaded, "RepeatNode").step(True)[1]["value"], 1)


class FilterTest(NodeTest):
    LOADED = sdk_unit("filter")

    def keeps(self, item, **params):
        return Bench(self.LOADED, "FilterNode", params).step(item) == [item]

    def kind(self, item, **params):
        return Bench(self.LOADED, "FilterNode", params).fails(item)["kind"]

    def test_limits_are_inclusive_and_exact(self):
        self.assertTrue(self.keeps(5, min_value=5, max_value=5))
        self.assertFalse(self.keeps(4.999, min_value=5))
        self.assertFalse(self.keeps(2**53 + 1, max_value=float(2**53)))
        self.assertTrue(self.keeps(2**53, max_value=float(2**53)))
        self.assertTrue(self.keeps(True, min_value=1))
        self.assertTrue(self.keeps(10**400, max_value=INF))
        self.assertTrue(self.keeps(-0.0, min_value=0))

    def test_no_limits(self):
        self.assertTrue(self.keeps(-INF))
        self.assertEqual(Bench(self.LOADED, "FilterNode").step(NAN), [])
        self.assertEqual(Bench(self.LOADED, "FilterNode", {"key": "a"}).step({"a": NAN}), [])

    def test_key(self):
        self.assertTrue(self.keeps({"a": 3, "b": None}, key="a", min_value=3))
        self.assertEqual(self.kind({"b": 1}, key="a"), "NOT_FOUND")
        self.assertEqual(self.kind(3, key="a"), "TYPE")
        self.assertEqual(self.kind({"a": "x"}, key="a"), "TYPE")
        self.assertEqual(self.kind({"a": None}, key="a"), "TYPE")

    def test_not_a_number(self):
        for item in ("3", None, [3], {"a": 3}):
            self.assertEqual(self.kind(item), "TYPE")


class StatefulTest(NodeTest):
    def test_counter(self):
        node = Bench(sdk_unit("counter"), "CounterNode", {"initial_count": 5}, keyed=True)
        self.assertEqual(node.step("a", "b"), [
            {"value": "a", "count": 6},
            {"value": "b", "count": 7},
        ])
        self.assertEqual(list(node.step(1)[0]), ["value", "count"])
        self.assertEqual(node.step("x", key="s")[0]["count"], 6)
        self.assertEqual(node.step({"session_id": "s"})[0]["count"], 7)
        self.assertEqual(node.step((1, {"session_id": "s"}))[0]["count"], 8)
        self.assertEqual(node.step(({"session_id": "s"},))[0]["count"], 9)
        self.assertEqual(node.snapshot(), [[None, {"count": 9}], ["s", {"count": 8}]])

    def test_counter_is_unbounded(self):
        node = Bench(sdk_unit("counter"), "CounterNode", {"initial_count": 2**63 - 1}, keyed=True)
        self.assertEqual(node.step(0)[0]["count"], 2**63)

    def test_buffer(self):
        node = Bench(sdk_unit("buffer"), "BufferNode", {"size": 2}, keyed=True)
        self.assertEqual(node.step(1, 2, 3), [[1, 2]])
        node.step("x", key="k")
        self.assertEqual(node.snapshot(), [[None, {"items": [3]}], ["k", {"items": ["x"]}]])
        self.assertEqual(node.flush(), [[3], ["x"]])
        self.assertEqual(node.flush(), [])

    def test_buffer_emits_nothing_on_an_empty_flush(self):
        node = Bench(sdk_unit("buffer"), "BufferNode", {"size": 2}, keyed=True)
        self.assertEqual(node.flush(), [])
        node.step(1, 2)
        self.assertEqual(node.flush(), [])

    def test_lists_are_never_reused(self):
        node = Bench(sdk_unit("buffer"), "BufferNode", {"size": 1}, keyed=True)
        first, second = node.step(1, 2)
        self.assertIsNot(first, second)
        self.assertEqual(first, [1])

    def test_state_moves(self):
        loaded = sdk_unit("buffer")
        first = Bench(loaded, "BufferNode", {"size": 3}, keyed=True)
        first.step(1, 2)
        first.step("x", key="k")
        second = Bench(loaded, "BufferNode", {"size": 3}, keyed=True)
        second.restore(first.snapshot())
        self.assertEqual(second.step(3), [[1, 2, 3]])
        self.assertEqual(second.flush(), [["x"]])

    def test_restore_refuses_another_schema(self):
        node = Bench(sdk_unit("counter"), "CounterNode", keyed=True)
        with self.assertRaises(Exception) as caught:
            node.restore([[None, {"total": 1}]])
        self.assertEqual(caught.exception.data["kind"], "STATE")
        self.assertEqual(caught.exception.data["phase"], "restore")


class PlainUseTest(unittest.TestCase):
    def test_nodes_work_without_a_runtime(self):
        from graft.nodes.buffer import BufferNode
        from graft.nodes.counter import CounterNode

        self.assertEqual(CounterNode().process(1), {"value": 1, "count": 1})
        node = BufferNode(size=2)
        self.assertIsNone(node.process(1))
        self.assertEqual(node.process(2), [1, 2])
        self.assertEqual(BufferNode.__graft__.id, "buffer")


if __name__ == "__main__":
    unittest.main()
