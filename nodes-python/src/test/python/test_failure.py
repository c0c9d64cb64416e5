"""What the caller learns when a node fails."""

import sys
import unittest

from graft.host import Host
from support import bench, failure_of, unit


class FailureTest(unittest.TestCase):
    def test_kinds(self):
        node = bench("""
            import graft
            class MyError(Exception): pass
            class Deep(MyError, KeyError): pass
            RAISED = {
                "value": ValueError, "unicode": lambda: UnicodeDecodeError("u", b"", 0, 1, ""),
                "config": graft.ConfigurationError, "type": TypeError, "key": KeyError,
                "index": IndexError, "overflow": OverflowError, "recursion": RecursionError,
                "zero": ZeroDivisionError, "float": FloatingPointError, "timeout": TimeoutError,
                "os": FileNotFoundError, "not": NotImplementedError, "exit": lambda: SystemExit(3),
                "attribute": AttributeError, "runtime": RuntimeError, "node": graft.NodeError,
                "my": MyError, "deep": Deep, "lookup": LookupError, "state": graft.StateError,
                "unsupported": graft.UnsupportedError, "import": lambda: ModuleNotFoundError("x"),
            }
            class N:
                def process(self, x):
                    raise RAISED[x]()
        """)
        for name, kind in {
            "value": "INVALID",
            "unicode": "INVALID",
            "config": "INVALID",
            "type": "TYPE",
            "key": "NOT_FOUND",
            "index": "RANGE",
            "overflow": "RANGE",
            "recursion": "RANGE",
            "zero": "ARITHMETIC",
            "float": "ARITHMETIC",
            "timeout": "TIMEOUT",
            "os": "IO",
            "not": "UNSUPPORTED",
            "exit": "EXIT",
            "attribute": "USER:AttributeError",
            "runtime": "USER:RuntimeError",
            "node": "USER:NodeError",
            "my": "USER:MyError",
            "deep": "NOT_FOUND",
            "lookup": "USER:LookupError",
            "state": "STATE",
            "unsupported": "UNSUPPORTED",
            "import": "USER:ModuleNotFoundError",
        }.items():
            self.assertEqual(node.fails(name)["kind"], kind, name)

    def test_traceback_of_a_text_in_memory(self):
        node = bench("""
            class N:
                def process(self, x):
                    try:
                        return {}[x]
                    except KeyError as error:
                        raise ValueError("no such thing") from error
        """)
        failure = node.fails("q")
        text = failure["traceback"]
        self.assertTrue(text.startswith("Traceback (most recent call last):\n  File \"/memory/"))
        self.assertIn("return {}[x]", text)
        self.assertIn("KeyError: 'q'", text)
        self.assertIn("The above exception was the direct cause", text)
        self.assertIn('raise ValueError("no such thing") from error', text)
        self.assertTrue(text.endswith("ValueError: no such thing\n"))
        self.assertNotIn("graft/", text)
        self.assertEqual(failure["message"], "no such thing")
        self.assertEqual(failure["type"], "ValueError")

    def test_a_node_sees_its_own_lines(self):
        node = bench("""
            import traceback
            class N:
                def process(self, x):
                    try:
                        1 / x
                    except ZeroDivisionError:
                        return traceback.format_exc()
        """)
        self.assertIn("1 / x", node.step(0)[0])

    def test_outputs_before_the_failure_are_counted(self):
        node = bench("""
            class N:
                def process(self, x):
                    yield 1
                    yield None
                    yield 2
                    raise IndexError
        """)
        failure = node.fails(0)
        self.assertEqual(failure["emitted"], 2)
        self.assertEqual(node.out, [1, 2])

    def test_the_batch_stops_at_its_first_failure(self):
        node = bench("""
            class N:
                def process(self, x):
                    return 1 // x
        """)
        failure = node.fails(1, 1, 0, 1)
        self.assertEqual(failure["index"], 2)
        self.assertEqual(node.out, [1, 1])

    def test_a_broken_message(self):
        node = bench("""
            class Bad(Exception):
                def __str__(self):
                    raise ValueError
            class N:
                def process(self, x):
                    raise Bad
        """)
        self.assertEqual(node.fails(0)["kind"], "USER:Bad")

    def test_remote_traceback(self):
        node = bench("""
            from graft.compat import RemoteExecutionError
            class N:
                def process(self, x):
                    raise RemoteExecutionError("there", "far away\\n")
        """)
        self.assertTrue(node.fails(0)["traceback"].endswith("Remote traceback:\nfar away\n"))

    def test_runaway_recursion(self):
        node = bench("""
            class N:
                def process(self, x):
                    return self.process(x)
        """)
        self.assertEqual(node.fails(0)["kind"], "RANGE")

    def test_unknown_handles_and_classes(self):
        host = Host(small_loop=True)
        self.assertEqual(failure_of(host.snapshot, 9)["kind"], "INTERNAL")
        self.assertEqual(failure_of(host.step, 9, 0, None, 1, None)["kind"], "INTERNAL")
        loaded = unit("class N: pass\n")
        host.load(loaded)
        spec = {"module": loaded["module"], "symbol": "M"}
        self.assertEqual(failure_of(host.open, spec)["kind"], "NOT_FOUND")
        spec["symbol"] = "N"
        self.assertEqual(failure_of(host.open, spec)["kind"], "TYPE")

    def test_the_exception_as_data(self):
        node = bench("""
            class N:
                def process(self, x):
                    try:
                        return self.look(x)
                    except KeyError as error:
                        raise ValueError("no such thing") from error
                def look(self, x):
                    return {}[x]
        """)
        raised = node.fails("q")["raised"]
        self.assertEqual((raised["type"], raised["message"]), ("ValueError", "no such thing"))
        (file, line, function) = raised["frames"][0]
        self.assertEqual((line, function, len(raised["frames"])), (7, "process", 1))
        self.assertTrue(file.startswith("/memory/"))
        cause = raised["cause"]
        self.assertEqual((cause["type"], cause["message"], cause["cause"]), ("KeyError", "'q'", None))
        self.assertEqual(
            [frame[1:] for frame in cause["frames"]], [[5, "process"], [9, "look"]]
        )

    def test_what_was_meanwhile_handled_is_a_cause_unless_suppressed(self):
        node = bench("""
            class N:
                def process(self, x):
                    try:
                        1 / 0
                    except ZeroDivisionError:
                        if x:
                            raise ValueError from None
                        raise ValueError
        """)
        self.assertEqual(node.fails(False)["raised"]["cause"]["type"], "ZeroDivisionError")
        self.assertIsNone(node.fails(True)["raised"]["cause"])

    def test_chains_and_stacks_are_bounded(self):
        node = bench("""
            class N:
                def process(self, x):
                    if x == "stack":
                        return self.process(x)
                    error = last = ValueError(0)
                    for i in range(100):
                        last.__cause__ = ValueError(i)
                        last = last.__cause__
                    last.__cause__ = error
                    raise error
        """)
        self.assertEqual(len(node.fails("stack")["raised"]["frames"]), 100)
        raised, length = node.fails("chain")["raised"], 0
        while raised is not None:
            raised, length = raised["cause"], length + 1
        self.assertEqual(length, 20)

    @unittest.skipIf(sys.version_info < (3, 11), "groups and notes came with 3.11")
    def test_groups_and_notes(self):
        node = bench("""
            class N:
                def process(self, x):
                    error = ExceptionGroup("all", [ValueError("a"), KeyError("b")])
                    error.add_note("seen in winter")
                    raise error
        """)
        raised = node.fails(0)["raised"]
        self.assertEqual(raised["notes"], ["seen in winter"])
        self.assertEqual([member["type"] for member in raised["members"]], ["ValueError", "KeyError"])


if __name__ == "__main__":
    unittest.main()
