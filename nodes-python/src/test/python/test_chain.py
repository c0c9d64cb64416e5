"""Chains of nodes: whatever way a value takes, all is as if the nodes stood apart."""

import random
import textwrap
import unittest

from graft import flat, inprocess, unflat
from graft.chain import Chain
from graft.host import Host
from support import unit

SEED = 20261129
ROUNDS = 300

# What a node does with an item is said by the item: what is to be done at each link in turn.
SOURCE = textwrap.dedent("""
    class N:
        def process(self, item):
            step, rest = item[0], item[1:]
            if step == "int":
                return len(rest)
            if step == "end":
                return "end"
            if step == "list":
                return rest
            if step == "tuple":
                return tuple(rest)
            if step == "nothing":
                return None
            if step == "raise":
                raise ValueError(step)
            return self.some(step, rest)

        def some(self, step, rest):
            yield rest
            yield None
            if step == "breaks":
                raise KeyError(step)
            yield rest
    """)
STEPS = ("int", "end", "list", "tuple", "nothing", "raise", "some", "breaks")


def apart(link, number, item, nodes, counts, told):
    """What one node does with an item, and what the later ones do with what it gives."""
    counts[link][0] += 1
    emitted = 0

    def give(value):
        nonlocal emitted
        emitted += 1
        counts[link][1] += 1
        if link == len(nodes) - 1:
            told.append(value)
        else:
            apart(link + 1, counts[link + 1][0], value, nodes, counts, told)

    try:
        result = nodes[link].process(item)
        if hasattr(result, "__next__"):
            for value in result:
                if value is not None:
                    give(value)
        elif result is not None:
            give(result)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        told.append((link, number, type(error).__name__, emitted))


class ChainTest(unittest.TestCase):
    def setUp(self):
        self.host = Host(small_loop=True)
        self.addCleanup(self.host.close_all)
        loaded = unit(SOURCE)
        self.host.load(loaded)
        self.handles = [
            self.host.open({"module": loaded["module"], "symbol": "N"}) for _ in range(4)
        ]

    def test_all_ways_are_as_if_the_nodes_stood_apart(self):
        chosen = random.Random(SEED)
        scope = {}
        exec(SOURCE, scope)
        for _ in range(ROUNDS):
            count = chosen.randint(2, 4)
            nodes = [scope["N"]() for _ in range(count)]
            counts = [[0, 0] for _ in range(count)]
            told, expected = [], []
            chain = self.chain(count, told)
            for index in range(chosen.randint(1, 6)):
                item = self.item(chosen, count)
                returned = chain.put(index, item)
                if returned is not None:
                    self.assertIn(type(returned), (int, str))
                    told.append(returned)
                apart(0, index, item, nodes, counts, expected)
            self.assertEqual(told, expected)
            self.assertEqual(chain.traffic(), [count for pair in counts for count in pair])

    def item(self, chosen, count):
        """Often a way straight through, so that it is met at every link that it ends there."""
        steps = [chosen.choice(("list", "list", "tuple", *STEPS)) for _ in range(count)]
        return [*steps, 1, 2]

    def chain(self, count, told):
        def emit(value, _):
            told.append(value)
            return True

        def rejected(link, failure):
            data = failure.data
            told.append((link, data["index"], data["type"], data["emitted"]))
            return True

        return Chain(self.host, self.handles[:count], emit, rejected, lambda: True)

    def test_an_int_that_came_straight_is_returned(self):
        told = []
        chain = self.chain(3, told)
        self.assertEqual(chain.put(0, ["list", "list", "int", 7]), 1)
        self.assertIsNone(chain.put(1, ["list", "list", "list", 7]))
        self.assertEqual(told, [[7]])
        self.assertEqual(chain.traffic(), [2, 2] * 3)

    def test_an_output_that_cannot_leave_is_a_failure_of_the_last_node(self):
        told = []
        chain = self.chain(2, told)
        chain.put(4, ["nothing"])
        chain.put(5, ["list", "end"])
        chain.take_back(5, ValueError("no"))
        self.assertEqual(told, [(1, 0, "ValueError", 0)])
        self.assertEqual(chain.traffic(), [2, 1, 1, 0])


class JoinTest(unittest.TestCase):
    """The functions that the JVM calls."""

    def setUp(self):
        self.out, self.rejected = [], []
        loaded = unit("class N:\n    def process(self, x):\n        return x\n")
        self.assertIsNone(inprocess.load(self.fail, *flat.encode(loaded, "unit")))
        self.handles = [self.open(loaded) for _ in range(2)]

    def open(self, loaded):
        handles = []
        spec = {"module": loaded["module"], "symbol": "N"}
        inprocess.open(
            lambda *number: handles.append(unflat.decode(number)),
            self.fail,
            *flat.encode(spec, "spec"),
        )
        self.addCleanup(inprocess.close, handles[0], self.fail)
        return handles[0]

    def emit(self, *value):
        self.out.append(unflat.decode(value))
        return True

    def reject(self, link, *failure):
        data = unflat.decode(failure)
        self.rejected.append((link, data["index"], data["message"]))
        return True

    def join(self):
        return inprocess.join(self.emit, self.reject, lambda: True, *self.handles)

    def test_all_items_go_through(self):
        put_plain, put, _, flush, traffic = self.join()
        self.assertEqual(put_plain(0, 3), 3)
        self.assertEqual(put_plain(1, "x"), "x")
        self.assertIsNone(put_plain(2, 2.5))
        self.assertEqual(put(3, *flat.encode(7, "in")), 7)
        self.assertIsNone(put(4, *flat.encode({"a": [1]}, "in")))
        flush()
        self.assertEqual(self.out, [2.5, {"a": [1]}])
        counts = []
        traffic(lambda *told: counts.append(unflat.decode(told)))
        self.assertEqual(counts, [[5, 5, 5, 5]])

    def test_what_cannot_be_read_or_taken_is_said(self):
        put_plain, put, take_back, _, _ = self.join()
        put(0, flat.STR, "\\ud83d".encode().decode("unicode_escape") + "\ude00")
        pair = "\ud83d\ude00"
        self.assertEqual(put_plain(1, pair), pair)
        take_back(1, pair)
        self.assertEqual([each[:2] for each in self.rejected][-1], (1, 1 - len(self.rejected[:-1])))
        self.assertIn("out", self.rejected[-1][2])

    def fail(self, *failure):
        raise AssertionError(unflat.decode(failure))


if __name__ == "__main__":
    unittest.main()
