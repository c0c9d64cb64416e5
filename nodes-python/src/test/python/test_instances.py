"""The life of a node from its constructor to ``cleanup``."""

import textwrap
import unittest

from graft.host import Host
from support import Bench, bench, failure_of, unit


class LifeCycleTest(unittest.TestCase):
    def test_params(self):
        node = bench(
            """
            class Base:
                def __init__(self, *, deep=0, node_id=None, **config):
                    self.deep, self.node_id, self.config = deep, node_id, config
            class N(Base):
                def __init__(self, first, /, items, **rest):
                    super().__init__(**rest)
                    self.first, self.items = first, items
                def process(self, x):
                    self.items.append(x)
                    return [self.first, self.items, self.deep, self.node_id, self.config]
            """,
            params={"first": 1, "items": [], "deep": 2, "more": 3},
        )
        self.assertEqual(node.step(0), [[1, [0], 2, "n", {"more": 3}]])

    def test_lists_are_fresh_per_object(self):
        node = bench(
            """
            class N:
                def __init__(self, items):
                    self.items = items
                def process(self, x):
                    self.items.append(x)
                    return list(self.items)
            """,
            params={"items": [0]},
            keyed=True,
        )
        self.assertEqual(node.step(1, key="a"), [[0, 1]])
        self.assertEqual(node.step(2, key="b"), [[0, 2]])

    def test_session_id_is_set_only_with_a_key_of_the_pipeline(self):
        node = bench("""
            class N:
                def __init__(self):
                    self.ids = []
                def set_session_id(self, value):
                    self.ids.append(value)
                def process(self, x):
                    return list(self.ids)
        """)
        self.assertEqual(node.step({"session_id": "a"}), [[]])
        self.assertEqual(node.step(1, key="b"), [["b"]])

    def test_own_extraction_of_the_key(self):
        node = bench(
            """
            class N:
                def __init__(self):
                    self.seen = []
                def extract_session_id(self, x):
                    return x % 2
                def process(self, x):
                    self.seen.append(x)
                    return list(self.seen)
            """,
            keyed=True,
        )
        self.assertEqual(node.step(1, 2, 3), [[1], [2], [1, 3]])

    def test_a_key_must_be_hashable(self):
        node = bench("class N:\n    def process(self, x):\n        return x\n", keyed=True)
        self.assertEqual(node.fails({"session_id": []})["kind"], "TYPE")

    def test_cleanup_runs_once_also_after_a_failing_initialize(self):
        loaded = unit(textwrap.dedent("""
            log = []
            class N:
                def initialize(self):
                    log.append("initialize")
                    raise OSError("no")
                async def cleanup(self):
                    log.append("cleanup")
                def process(self, x):
                    return x
        """))
        host = Host(small_loop=True)
        host.load(loaded)
        failure = failure_of(host.open, {"module": loaded["module"], "symbol": "N"})
        self.assertEqual((failure["phase"], failure["kind"]), ("open", "IO"))
        import sys

        self.assertEqual(sys.modules[loaded["module"]].log, ["initialize", "cleanup"])

    def test_errors_of_close_have_their_phase(self):
        node = bench("""
            class N:
                def process(self, x):
                    return x
                def cleanup(self):
                    raise KeyError("gone")
        """)
        failure = failure_of(node.close)
        self.assertEqual((failure["phase"], failure["kind"]), ("close", "NOT_FOUND"))
        node.close()

    def test_instances_are_apart(self):
        loaded = unit(
            "class N:\n  n = 0\n  def process(self, x):\n    self.n += x\n    return self.n\n"
        )
        node = Bench(loaded, "N")
        first = node.handle
        second = node.host.open({"module": loaded["module"], "symbol": "N"})
        node.step(5)
        node.handle = second
        self.assertEqual(node.step(1), [1])
        node.handle = first
        self.assertEqual(node.step(1), [6])

    def test_attributes_move_for_undeclared_classes(self):
        source = """
            class N:
                def __init__(self, start):
                    self.total = start
                def process(self, x):
                    self.total += x
                    return self.total
        """
        loaded = unit(textwrap.dedent(source))
        first = Bench(loaded, "N", {"start": 10})
        first.step(5)
        states = first.snapshot()
        self.assertEqual(states[0][0], None)
        self.assertEqual(states[0][1]["attributes"], {"total": 15})
        second = Bench(loaded, "N", {"start": 0})
        second.restore(states)
        self.assertEqual(second.step(1), [16])


if __name__ == "__main__":
    unittest.main()
