"""Loading the module of a node."""

import unittest
import unittest.mock

from graft.host import Host
from support import Bench, failure_of, unit


class LoadTest(unittest.TestCase):
    def fails(self, source, **more):
        return failure_of(Host(small_loop=True).load, unit(source, **more))

    def test_missing_package(self):
        failure = self.fails("x = 1\nimport nosuchthing.sub\n", path="/nodes/a.py")
        self.assertEqual(failure["kind"], "UNSUPPORTED")
        self.assertEqual(failure["missing"], "nosuchthing")
        self.assertEqual(
            failure["message"], "missing package: nosuchthing (imported at /nodes/a.py:2)"
        )
        self.assertEqual(failure["phase"], "load")

    def test_a_native_part_that_cannot_be_loaded(self):
        failure = self.fails("raise ImportError('no', name='_x', path='/lib/_x.so')\n")
        self.assertEqual((failure["kind"], failure["missing"]), ("UNSUPPORTED", "_x"))
        failure = self.fails("from graft.errors import Nothing\n")
        self.assertEqual((failure["kind"], failure["missing"]), ("USER:ImportError", None))

    def test_guarded_imports_are_not_missing(self):
        Host(small_loop=True).load(
            unit("try:\n    import nosuchthing\nexcept ImportError:\n    nosuchthing = None\n")
        )

    def test_missing_package_in_initialize(self):
        host = Host(small_loop=True)
        loaded = unit(
            "class N:\n"
            "    def initialize(self):\n        import nosuchthing\n"
            "    def process(self, x):\n        return x\n"
        )
        host.load(loaded)
        failure = failure_of(host.open, {"module": loaded["module"], "symbol": "N"})
        self.assertEqual((failure["kind"], failure["missing"]), ("UNSUPPORTED", "nosuchthing"))

    def test_syntax_errors_show_the_line(self):
        failure = self.fails("def broken(:\n")
        self.assertEqual(failure["type"], "SyntaxError")
        self.assertIn("def broken(:", failure["traceback"])

    def test_a_failed_load_leaves_no_module(self):
        import sys

        loaded = unit("raise ValueError('x')\n")
        self.assertEqual(failure_of(Host(small_loop=True).load, loaded)["kind"], "INVALID")
        self.assertNotIn(loaded["module"], sys.modules)

    def test_two_edits_within_a_second_are_two(self):
        import importlib
        import os
        import sys
        import tempfile

        writes, sys.dont_write_bytecode = sys.dont_write_bytecode, False
        try:
            with tempfile.TemporaryDirectory() as folder:
                host = Host(small_loop=True)
                path = os.path.join(folder, "edited_sibling.py")
                cached = importlib.util.cache_from_source(path)
                for value, second in ((1, 1000.25), (2, 1000.5)):
                    with open(path, "w") as text:
                        text.write(f"VALUE = {value}\n")
                    os.utime(path, (second, second))
                    with unittest.mock.patch("time.time", lambda: second + 0.25):
                        source = f"import edited_sibling\nassert edited_sibling.VALUE == {value}\n"
                        host.load(unit(source, roots=[folder]))
                    del sys.modules["edited_sibling"]
                    self.assertFalse(os.path.exists(cached))
                host.load(unit("import edited_sibling\n", roots=[folder]))
                self.assertTrue(os.path.exists(cached))
        finally:
            sys.dont_write_bytecode = writes
            sys.modules.pop("edited_sibling", None)

    def test_siblings_in_roots(self):
        import os
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "sibling_of_test.py"), "w") as text:
                text.write("ANSWER = 42\n")
            source = (
                "from sibling_of_test import ANSWER\n"
                "from .sibling_of_test import ANSWER as B\n"
                "class N:\n    def process(self, x):\n        return ANSWER + B\n"
            )
            node = Bench(unit(source, roots=[folder], package="graft.nodes"), "N")
            self.assertEqual(node.step(0), [84])


if __name__ == "__main__":
    unittest.main()
