"""The entry points that a JVM calls, and the bootstrap of an interpreter without files."""

import os
import subprocess
import sys
import unittest

from graft import flat, inprocess, unflat
from support import MAIN, sdk_unit, unit


def flat_of(value):
    return flat.encode(value, "test")


class Sink:
    """A host function: keeps what it gets."""

    def __init__(self, wanted=None):
        self.values = []
        self._wanted = wanted

    def __call__(self, *elements):
        self.values.append(unflat.decode(elements))
        return self._wanted is None or len(self.values) < self._wanted


class EntryPointsTest(unittest.TestCase):
    def setUp(self):
        self.fail_sink = Sink()
        self.out = Sink()

    def told(self, operation, *arguments):
        """Calls an entry point; the failures that it told."""
        before = len(self.fail_sink.values)
        self.assertIsNone(operation(*arguments))
        return self.fail_sink.values[before:]

    def open(self, loaded, symbol, params=None, keyed=False, **more):
        self.assertEqual(self.told(inprocess.load, self.fail_sink, *flat_of(loaded)), [])
        spec = {
            "module": loaded["module"],
            "symbol": symbol,
            "params": params or {},
            "keyed": keyed,
            **more,
        }
        handle = Sink()
        self.assertEqual(self.told(inprocess.open, handle, self.fail_sink, *flat_of(spec)), [])
        return handle.values[0]

    def step(self, handle, value, key=None, declared=()):
        plain, any_item = inprocess.ways_in(
            handle, self.out, self.fail_sink, *flat_of(list(declared))
        )
        if key is None and type(value) in (int, str, float):
            return self.told(lambda: self.put_out(plain(value)))
        return self.told(any_item, *flat_of(key), *flat_of(value))

    def put_out(self, returned):
        if returned is not None:
            self.out(*flat_of(returned))

    def test_a_node_from_open_to_close(self):
        handle = self.open(sdk_unit("buffer"), "BufferNode", {"size": 2}, keyed=True)
        self.assertGreater(handle, 0)
        for value, key in ((1, None), ("x", "k"), ([None, {"a": (1,)}], None), (2.5, (1, "t"))):
            self.assertEqual(self.step(handle, value, key), [])
        self.assertEqual(self.out.values, [[1, [None, {"a": (1,)}]]])
        states = Sink()
        self.assertEqual(self.told(inprocess.snapshot, handle, states, self.fail_sink), [])
        self.assertEqual(
            states.values,
            [[[None, {"items": []}], ["k", {"items": ["x"]}], [(1, "t"), {"items": [2.5]}]]],
        )
        moved = flat_of([["k", {"items": [7]}]])
        self.assertEqual(self.told(inprocess.restore, handle, self.fail_sink, *moved), [])
        self.assertEqual(self.told(inprocess.flush, handle, self.out, self.fail_sink), [])
        self.assertEqual(self.out.values[1:], [[7]])  # what was not restored is gone
        self.assertEqual(self.told(inprocess.close, handle, self.fail_sink), [])
        self.assertEqual(self.fail_sink.values, [])

    def test_a_measured_node_tells_its_own_time(self):
        spent = Sink()
        source = "import time\nclass N:\n    def process(self, x):\n        time.sleep(0.01)\n"
        handle = self.open(unit(source), "N", measured=True)
        self.assertEqual(self.step(handle, 1), [])
        self.assertEqual(self.told(inprocess.spent, handle, spent, self.fail_sink), [])
        self.assertGreaterEqual(spent.values[0], 9_900_000)
        other = self.open(unit(source), "N")
        self.assertEqual(self.told(inprocess.spent, other, spent, self.fail_sink), [])
        self.assertIsNone(spent.values[1])
        self.assertEqual(len(self.told(inprocess.spent, 99, spent, self.fail_sink)), 1)

    def test_every_scalar_takes_its_quick_or_slow_way(self):
        handle = self.open(sdk_unit("pass_through"), "PassThroughNode")
        values = [0, -1, 2**63, 1.5, "", "x", True, False, b"".decode(), [], ()]
        for value in values:
            self.assertEqual(self.step(handle, value), [])
            self.assertEqual(self.step(handle, value, key="k"), [])
        self.assertEqual(self.out.values, [v for value in values for v in (value, value)])
        self.assertEqual(
            list(map(type, self.out.values)), [t for v in values for t in (type(v), type(v))]
        )

    def test_nothing_is_an_item_too(self):
        source = "class N:\n  def process(self, x):\n    return [x]\n"
        handle = self.open(unit(source), "N")
        for key in (None, "k"):
            self.assertEqual(self.step(handle, None, key), [])
        self.assertEqual(self.out.values, [[None], [None]])

    def test_demand(self):
        handle = self.open(sdk_unit("repeat"), "RepeatNode", {"count": 10**12})
        self.out = Sink(wanted=3)
        self.assertEqual(self.step(handle, 1), [])
        self.assertEqual(len(self.out.values), 3)

    def test_failures_are_told_not_raised(self):
        handle = self.open(sdk_unit("double"), "DoubleNode")
        self.assertEqual(len(self.step(handle, "x")), 1)
        (first,) = self.fail_sink.values
        self.assertEqual((first["kind"], first["index"]), ("TYPE", None))
        self.assertIn("process", first["traceback"])
        missing = flat_of(unit("import nosuchthing\n"))
        self.assertEqual(len(self.told(inprocess.load, self.fail_sink, *missing)), 1)
        self.assertEqual(self.fail_sink.values[-1]["missing"], "nosuchthing")
        spec = {"module": "none", "symbol": "N"}
        handles = Sink()
        refused = self.told(inprocess.open, handles, self.fail_sink, *flat_of(spec))
        self.assertEqual((len(refused), handles.values), (1, []))
        self.assertEqual(len(self.told(inprocess.snapshot, 99, self.out, self.fail_sink)), 1)
        self.assertEqual(len(self.told(inprocess.flush, 99, self.out, self.fail_sink)), 1)
        self.assertEqual(len(self.told(inprocess.restore, 99, self.fail_sink, *flat_of([]))), 1)
        self.assertEqual(self.told(inprocess.close, 99, self.fail_sink), [])

    def test_states_that_cannot_cross(self):
        source = (
            "class N:\n"
            "  def __init__(self):\n    self.a = [range(1)]\n"
            "  def process(self, x):\n    pass\n"
        )
        handle = self.open(unit(source), "N")
        self.assertEqual(len(self.told(inprocess.snapshot, handle, self.out, self.fail_sink)), 1)
        failure = self.fail_sink.values[0]
        self.assertEqual(failure["message"], "state.attributes.a[0]: range cannot cross; use list(...)")
        self.assertEqual(failure["phase"], "snapshot")

    def test_describe(self):
        counter = flat_of(sdk_unit("counter"))
        self.assertEqual(self.told(inprocess.describe, self.out, self.fail_sink, *counter), [])
        self.assertEqual(self.out.values[0][0]["contract"]["id"], "counter")


BOOTSTRAP = """
import sys
before = set(sys.modules)
sys.path[:] = [p for p in sys.path if not p.startswith({main!r})]
import os
def find(name):
    path = os.path.join({main!r}, *name.split("."))
    if name.split(".")[0] != "graft":
        return None
    for file, package in ((os.path.join(path, "__init__.py"), True), (path + ".py", False)):
        if os.path.exists(file):
            return ["/memory/" + name, open(file).read(), package]
asked = []
class Asked:
    @staticmethod
    def find_spec(name, path=None, target=None):
        asked.append(name)
sys.meta_path.insert(0, Asked)
scope = {{"__name__": "bootstrap"}}
exec(open(os.path.join({main!r}, "graft", "bootstrap.py")).read(), scope)
api = scope["install"](find)
assert api.__file__ == "/memory/graft.inprocess", api.__file__
import graft.compat, graft.nodes.calculator
heavy = ("asyncio", "dataclasses", "traceback", "typing", "inspect", "re", "ast", "logging",
         "linecache", "datetime", "enum", "struct")
print([name for name in heavy if name in set(sys.modules) - before])
print([name for name in asked if name.startswith("graft") and name != "graft.nothing"])
try:
    import graft.nothing
except ModuleNotFoundError as error:
    print(error.name)
"""


class BootstrapTest(unittest.TestCase):
    @unittest.skipIf(sys.version_info < (3, 10), "needs typing for its unions")
    def test_the_package_comes_through_find_and_imports_nothing_heavy(self):
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", BOOTSTRAP.format(main=MAIN)],
            capture_output=True,
            text=True,
            env={"PATH": os.environ.get("PATH", "")},
        )
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout, "[]\n[]\ngraft.nothing\n")


if __name__ == "__main__":
    unittest.main()
