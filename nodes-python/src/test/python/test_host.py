"""Loading, life cycle and shapes of nodes, and what the caller learns when something fails."""

import textwrap
import unittest

from graft.host import Host
from support import Bench, failure_of, unit


def bench(source, symbol="N", params=None, **more):
    return Bench(unit(textwrap.dedent(source)), symbol, params, **more)


class ShapesTest(unittest.TestCase):
    def test_plain_values_and_none(self):
        node = bench("""
            class N:
                def process(self, x):
                    return None if x == 1 else [x, None]
        """)
        self.assertEqual(node.step(0, 1, 2), [[0, None], [2, None]])

    def test_generators_are_lazy_and_closed(self):
        node = bench("""
            log = []
            class N:
                def process(self, x):
                    try:
                        for i in range(x):
                            log.append(i)
                            yield i
                            yield None
                    finally:
                        log.append("closed")
                def flush(self):
                    return list(log)
        """)
        self.assertEqual(node.step(100, wanted=2), [0, 1])
        self.assertEqual(node.flush(), [[0, 1, "closed"]])

    def test_a_refused_value_closes_the_generator(self):
        node = bench("""
            log = []
            class N:
                def process(self, x):
                    try:
                        yield 1
                        yield 2
                    finally:
                        log.append("closed")
                def flush(self):
                    return list(log)
        """)

        def emit(value, waits):
            if value == 2:
                raise TypeError("refused")
            return True

        failure = failure_of(node.host.step, node.handle, 7, None, 0, emit)
        self.assertEqual((failure["emitted"], failure["index"]), (1, 7))
        self.assertEqual(node.flush(), [["closed"]])

    def test_coroutines_need_no_asyncio(self):
        node = bench("""
            class N:
                async def process(self, x):
                    return await self.inner(x) + 1
                async def inner(self, x):
                    return x * 2
        """)
        self.assertEqual(node.step(4), [9])

    def test_async_generators_and_returned_awaitables(self):
        node = bench("""
            import asyncio
            log = []
            class N:
                async def each(self, x):
                    try:
                        for i in range(x):
                            await asyncio.sleep(0.001)
                            yield i
                    finally:
                        await asyncio.sleep(0)
                        log.append("closed")
                async def slowly(self, x):
                    await asyncio.sleep(0.001)
                    return self.each(x)
                def process(self, x):
                    return self.slowly(x)
                async def flush(self):
                    yield from_log()
            def from_log():
                return list(log)
        """)
        self.assertEqual(node.step(3), [0, 1, 2])
        self.assertEqual(node.step(30, wanted=1), [0])
        self.assertEqual(node.flush(), [["closed", "closed"]])

    def test_small_loop_has_timers_queues_and_gather(self):
        source = """
            import asyncio
            class N:
                def __init__(self):
                    self.queue = asyncio.Queue()
                    self.done = []
                async def initialize(self):
                    self.task = asyncio.create_task(self.consume())
                async def consume(self):
                    try:
                        while True:
                            self.done.append(await self.queue.get())
                    finally:
                        self.done.append("cancelled")
                        marks.append(self.done)
                async def process(self, x):
                    await self.queue.put(x)
                    a, b = await asyncio.gather(asyncio.sleep(0.001, 1), asyncio.sleep(0.002, 2))
                    assert asyncio.current_task() is not None
                    try:
                        await asyncio.wait_for(asyncio.sleep(9), 0.001)
                    except asyncio.TimeoutError:
                        return [x, a, b, list(self.done)]
            marks = []
        """
        for small in (True, False):
            with self.subTest(small=small):
                loaded = unit(textwrap.dedent(source))
                node = Bench(loaded, "N", small_loop=small)
                self.assertEqual(node.step("x"), [["x", 1, 2, ["x"]]])
                node.close()
                import sys

                self.assertEqual(sys.modules[loaded["module"]].marks, [["x", "cancelled"]])

    def test_a_hopeless_wait_is_an_error(self):
        node = bench("""
            import asyncio
            class N:
                async def process(self, x):
                    await asyncio.get_running_loop().create_future()
        """)
        self.assertIn("nothing will ever do", node.fails(1)["message"])

    def test_static_methods_partials_and_properties(self):
        node = bench("""
            import functools
            class N:
                @staticmethod
                def process(x):
                    return x + 1
            class P:
                def __init__(self):
                    self.process = functools.partial(pow, 2)
            class Q:
                @property
                def process(self):
                    return lambda x: -x
        """)
        self.assertEqual(node.step(1), [2])
        node.handle = node.host.open({"module": node_module(node), "symbol": "P"})
        self.assertEqual(node.step(3), [8])
        node.handle = node.host.open({"module": node_module(node), "symbol": "Q"})
        self.assertEqual(node.step(3), [-3])

    def test_dicts_are_one_argument_and_lists_one_value(self):
        node = bench("""
            class N:
                def process(self, x):
                    return x
        """)
        self.assertEqual(node.step({"a": 1}, [1, 2], ("x",)), [{"a": 1}, [1, 2], ("x",)])

    def test_sources(self):
        node = bench("""
            class N:
                is_source = True
                def process(self):
                    yield 1
                    yield 2
        """)
        self.assertEqual(node.step(None), [1, 2])

    def test_whole_stream_and_remote_nodes_are_refused(self):
        for body in (
            "is_streaming = True\n    async def process(self, s):\n        yield 1",
            "is_remote = True\n    def process(self, x):\n        return x",
        ):
            host = Host(small_loop=True)
            loaded = unit(f"class N:\n    {body}\n")
            host.load(loaded)
            failure = failure_of(host.open, {"module": loaded["module"], "symbol": "N"})
            self.assertEqual((failure["kind"], failure["phase"]), ("UNSUPPORTED", "open"))


def node_module(node):
    return next(iter(node.host._units))


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
