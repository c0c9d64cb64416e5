"""What ``process`` may be and give back, and how it becomes outputs."""

import textwrap
import unittest

from graft.host import Host
from support import Bench, bench, failure_of, unit


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

    def test_a_wait_is_hopeless_once_the_last_thread_has_ended(self):
        node = bench(
            """
            import asyncio, threading, time
            class N:
                async def process(self, item):
                    threading.Thread(target=time.sleep, args=(0.2,)).start()
                    await asyncio.Event().wait()
            """
        )
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

    def test_remote_nodes_are_refused(self):
        host = Host(small_loop=True)
        loaded = unit("class N:\n    is_remote = True\n    def process(self, x):\n        return x\n")
        host.load(loaded)
        failure = failure_of(host.open, {"module": loaded["module"], "symbol": "N"})
        self.assertEqual((failure["kind"], failure["phase"]), ("UNSUPPORTED", "open"))


def node_module(node):
    return next(iter(node.host._units))


if __name__ == "__main__":
    unittest.main()
