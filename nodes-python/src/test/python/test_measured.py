"""How long a node's own code runs, in each shape that it can have."""

import time
import unittest

from graft.chain import Chain
from graft.host import Host
from support import bench, unit

PAUSE = 0.02
NANOS = int(PAUSE * 1e9)
# What nodes do besides their pauses, on a machine that is busy.
MOST = NANOS


class MeasuredTest(unittest.TestCase):
    def check(self, source, pauses, items=1, **spec):
        """The own time of a node is that of its pauses, whatever whoever takes its outputs does."""
        node = bench(source, measured=True, **spec)
        for index in range(items):
            node.host.step(node.handle, index, None, index, take_slowly)
        node.host.flush(node.handle, take_slowly)
        spent = node.host.spent(node.handle)
        self.assertGreaterEqual(spent, pauses * NANOS * 0.99)
        self.assertLess(spent, pauses * NANOS + MOST)

    def test_a_plain_call(self):
        self.check(
            """
            import time
            class N:
                def process(self, x):
                    time.sleep(0.02)
                    return x
            """,
            pauses=2,
            items=2,
        )

    def test_a_generator(self):
        self.check(
            """
            import time
            class N:
                def process(self, x):
                    for _ in range(3):
                        time.sleep(0.02)
                        yield x
            """,
            pauses=3,
        )

    def test_a_coroutine(self):
        self.check(
            """
            import asyncio
            class N:
                async def process(self, x):
                    await asyncio.sleep(0.02)
                    return x
            """,
            pauses=1,
        )

    def test_an_asynchronous_generator(self):
        self.check(
            """
            import asyncio
            class N:
                async def process(self, x):
                    await asyncio.sleep(0.02)
                    yield x
                    await asyncio.sleep(0.02)
                    yield x
            """,
            pauses=2,
        )

    def test_a_whole_stream(self):
        self.check(
            """
            import time
            class N:
                is_streaming = True
                async def process(self, items):
                    async for item in items:
                        time.sleep(0.02)
                        yield item
                    time.sleep(0.02)
            """,
            pauses=3,
            items=2,
        )

    def test_the_end(self):
        self.check(
            """
            import time
            class N:
                def process(self, x):
                    return x
                def flush(self):
                    time.sleep(0.02)
                    yield 1
                    time.sleep(0.02)
            """,
            pauses=2,
        )

    def test_the_start_of_a_further_session_is_work_and_counts_once(self):
        self.check(
            """
            import asyncio
            class N:
                async def initialize(self):
                    await asyncio.sleep(0.02)
                def extract_session_id(self, item):
                    return item
                def process(self, x):
                    return x
            """,
            pauses=1,
            items=2,
            keyed=True,
        )

    def test_opening_is_none(self):
        self.check(
            """
            import asyncio, time
            class N:
                async def initialize(self):
                    await asyncio.sleep(0.02)
                def process(self, x):
                    return x
            """,
            pauses=0,
        )

    def test_a_failure_took_its_time_too(self):
        node = bench(
            """
            import time
            class N:
                def process(self, x):
                    time.sleep(0.02)
                    raise ValueError(x)
            """,
            measured=True,
        )
        node.fails(1)
        self.assertGreaterEqual(node.host.spent(node.handle), NANOS * 0.99)

    def test_a_generator_is_closed_as_ever(self):
        node = bench(
            """
            log = []
            class N:
                def process(self, x):
                    self.kept = self.outputs(x)  # it is not garbage: somebody has to close it
                    return self.kept
                def outputs(self, x):
                    try:
                        yield x
                        yield x
                    finally:
                        log.append("closed")
                def flush(self):
                    return list(log)
            """,
            measured=True,
        )
        self.assertEqual(node.step(1, wanted=1), [1])
        self.assertEqual(node.flush(), [["closed"]])

    def test_nodes_of_a_chain_have_a_time_each(self):
        host = Host(small_loop=True)
        self.addCleanup(host.close_all)
        slow = _open(host, "time.sleep(0.02)")
        slower = _open(host, "time.sleep(0.04)")
        Chain(host, [slow, slower], take_slowly, _fail, lambda: True).put(0, [1])
        self.assertLess(host.spent(slow), NANOS + MOST)
        self.assertGreaterEqual(host.spent(slower), 2 * NANOS * 0.99)
        self.assertLess(host.spent(slower), 2 * NANOS + MOST)

    def test_nobody_measures_unless_it_is_wanted(self):
        node = bench("""
            class N:
                def process(self, x):
                    return x
        """)
        node.step(1)
        self.assertIsNone(node.host.spent(node.handle))


def take_slowly(value, waits):
    time.sleep(5 * PAUSE)
    return True


def _open(host, body):
    loaded = unit(
        f"import time\nclass N:\n    def process(self, x):\n        {body}\n        return x\n"
    )
    host.load(loaded)
    return host.open({"module": loaded["module"], "symbol": "N", "measured": True})


def _fail(link, failure):
    raise AssertionError(failure.data)


if __name__ == "__main__":
    unittest.main()
