"""The node ``serialized-class-executor``, with the real cloudpickle where there is one."""

import base64
import importlib.util
import subprocess
import sys
import unittest

from graft import pickles
from graft.host import Host
from support import Bench, failure_of, sdk_unit

HAS_CLOUDPICKLE = importlib.util.find_spec("cloudpickle") is not None


def counter():
    """An object of a class that no other interpreter can import."""

    class Counter:
        limit = 3

        def __init__(self):
            self.count = 0

        def add(self, number, twice=False):
            self.count += number * (2 if twice else 1)
            return {"count": self.count, "python": sys.version_info[:2]}

        def fail(self):
            raise LookupError("its own")

        def _hidden(self):
            return 1

    return Counter()


@unittest.skipUnless(HAS_CLOUDPICKLE, "not run: this Python has no cloudpickle")
class ExecutorTest(unittest.TestCase):
    def setUp(self):
        self.node = Bench(sdk_unit("serialized_class_executor"), "SerializedClassExecutorNode")

    def call(self, data, method="add", **more):
        item = {"serialized_object": data, "method_name": method, **more}
        (found,) = self.node.step(item)
        return found

    def kind(self, item):
        return failure_of(lambda: self.node.step(item))["kind"]

    def test_state_goes_along(self):
        first = self.call(pickles.pickled(counter()), method_args=[2])
        second = self.call(
            first["updated_serialized_object"], method_args=(3,), method_kwargs={"twice": True}
        )
        self.assertEqual((first["result"]["count"], second["result"]["count"]), (2, 8))

    def test_what_comes_as_text_goes_as_text_and_bare_goes_bare(self):
        text = base64.b64encode(pickles.pickled(counter())).decode()
        updated = self.call(text, method_args=[1])["updated_serialized_object"]
        self.assertTrue(pickles.has_header(base64.b64decode(updated, validate=True)))
        updated = self.call(pickles.bare(counter()), method_args=[1])["updated_serialized_object"]
        self.assertIs(type(updated), bytes)
        self.assertFalse(pickles.has_header(updated))
        self.assertEqual(self.call(updated, method_args=[1])["result"]["count"], 2)

    def test_refusals(self):
        good = {"serialized_object": pickles.pickled(counter()), "method_name": "add"}
        self.assertEqual(self.kind([1]), "TYPE")
        self.assertEqual(self.kind({"method_name": "add"}), "NOT_FOUND")
        self.assertEqual(self.kind({"serialized_object": b"x"}), "NOT_FOUND")
        self.assertEqual(self.kind({**good, "serialized_object": "no base64!"}), "INVALID")
        self.assertEqual(self.kind({**good, "serialized_object": 3}), "TYPE")
        self.assertEqual(self.kind({**good, "serialized_object": b"nonsense"}), "INVALID")
        self.assertEqual(self.kind({**good, "method_name": "none"}), "NOT_FOUND")
        self.assertEqual(self.kind({**good, "method_name": "limit"}), "TYPE")
        self.assertEqual(self.kind({**good, "method_name": "_hidden"}), "INVALID")
        self.assertEqual(self.kind({**good, "method_name": 3}), "TYPE")
        self.assertEqual(self.kind({**good, "method_args": 3}), "TYPE")
        self.assertEqual(self.kind({**good, "method_kwargs": [1]}), "TYPE")

    def test_the_methods_own_exception_surfaces(self):
        failure = failure_of(lambda: self.call(pickles.pickled(counter()), "fail"))
        self.assertEqual((failure["type"], failure["message"]), ("LookupError", "its own"))

    def test_another_runtime(self):
        data = pickles.pickled(counter()).replace(
            pickles.runtime().encode(), b"cpython-307", 1
        )
        failure = failure_of(lambda: self.call(data))
        self.assertEqual(failure["kind"], "INVALID")
        self.assertIn("made by cpython-307", failure["message"])

    def test_classes_of_node_files_go_along(self):
        # No other interpreter can import what Graft loaded.
        host = Host()
        loaded = sdk_unit("counter")
        host.load(loaded)
        cls = sys.modules[loaded["module"]].CounterNode
        data = pickles.pickled(cls(5))
        program = (
            "import sys; sys.path[:0] = sys.argv[1:]\n"
            "import graft\n"
            "node = graft.unpickled(sys.stdin.buffer.read())\n"
            "print(node.process('x'))"
        )
        paths = [entry for entry in sys.path if entry]
        output = subprocess.run(
            [sys.executable, "-c", program, *paths], input=data, stdout=subprocess.PIPE, check=True
        ).stdout
        self.assertEqual(output.decode().strip(), "{'value': 'x', 'count': 6}")
