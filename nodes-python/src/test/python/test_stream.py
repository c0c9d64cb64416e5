"""Nodes that take the whole stream."""

import textwrap
import unittest

from support import bench, failure_of

PAIRS = """
    log = []
    class N:
        is_streaming = True
        def __init__(self):
            self.calls = 0
        async def process(self, stream):
            self.calls += 1
            first = None
            try:
                async for item in stream:
                    log.append(item)
                    if item == "bad":
                        raise ValueError(item)
                    if first is None:
                        first = item
                    else:
                        yield (first, item)
                        yield None
                        yield "next"
                        first = None
                yield ("rest", first)
            finally:
                log.append("closed")
        def flush(self):
            return ["flushed", self.calls, list(log)]
        def cleanup(self):
            log.append("cleanup")
"""
# The same, but on a loop, because the source names asyncio.
ON_LOOP = "import asyncio\n" + textwrap.dedent(PAIRS).replace(
    "log.append(item)", "log.append(item)\n                await asyncio.sleep(0)"
)


class WholeStreamTest(unittest.TestCase):
    def each(self, check):
        for source in (PAIRS, ON_LOOP):
            for small_loop in (True, False):
                with self.subTest(on_loop=source is ON_LOOP, small_loop=small_loop):
                    check(bench(source, small_loop=small_loop))

    def test_outputs_come_as_soon_as_their_items_are_there(self):
        def check(node):
            self.assertEqual(node.step(1), [])
            self.assertEqual(node.step(2), [(1, 2), "next"])
            self.assertEqual(node.step(3, 4, 5), [(3, 4), "next"])
            self.assertEqual(
                node.flush(), [("rest", 5), ["flushed", 1, [1, 2, 3, 4, 5, "closed"]]]
            )

        self.each(check)

    def test_an_empty_stream_is_a_stream(self):
        def check(node):
            self.assertEqual(node.flush(), [("rest", None), ["flushed", 1, ["closed"]]])

        self.each(check)

    def test_nobody_wants_more(self):
        def check(node):
            self.assertEqual(node.step(1, 2, wanted=1), [(1, 2)])
            self.assertEqual(node.step(3, 4), [])
            self.assertEqual(node.flush(), [["flushed", 1, [1, 2, "closed"]]])

        self.each(check)

    def test_after_an_exception_a_new_call_gets_the_rest(self):
        def check(node):
            failure = node.fails(1, "bad")
            self.assertEqual((failure["index"], failure["kind"]), (1, "INVALID"))
            self.assertIn("raise ValueError(item)", failure["traceback"])
            self.assertEqual(node.step(2, 3), [(2, 3), "next"])
            self.assertEqual(
                node.flush(),
                [("rest", None), ["flushed", 2, [1, "bad", "closed", 2, 3, "closed"]]],
            )

        self.each(check)

    def test_no_call_is_made_for_a_rest_that_is_empty(self):
        def check(node):
            node.fails("bad")
            self.assertEqual(node.flush(), [["flushed", 1, ["bad", "closed"]]])

        self.each(check)

    def test_closing_closes_the_generator_first(self):
        def check(node):
            node.step(1)
            node.host.close(node.handle)
            (module,) = [loaded.module for loaded in node.host._units.values()]
            self.assertEqual(module.log, [1, "closed", "cleanup"])

        self.each(check)

    def test_a_running_generator_cannot_be_moved(self):
        def check(node):
            node.step(1)
            failure = failure_of(node.host.snapshot, node.handle)
            self.assertEqual((failure["kind"], failure["phase"]), ("UNSUPPORTED", "snapshot"))

        self.each(check)

    def test_a_generator_that_ends_early_takes_no_more(self):
        for head in ("", "import asyncio\n"):
            node = bench(head + textwrap.dedent("""
                class N:
                    is_streaming = True
                    async def process(self, stream):
                        async for item in stream:
                            yield item
                            if item == 2:
                                return
            """))
            self.assertEqual(node.step(1, 2, 3, 4), [1, 2])
            self.assertEqual(node.flush(), [])

    def test_tasks_that_read_ahead(self):
        node = bench("""
            import asyncio
            class N:
                is_streaming = True
                async def process(self, stream):
                    queue = asyncio.Queue()
                    async def read():
                        async for item in stream:
                            await queue.put(item)
                        await queue.put(None)
                    reader = asyncio.create_task(read())
                    while (item := await queue.get()) is not None:
                        yield item * 2
                        yield item * 2 + 1
                    await reader
                    yield "end"
        """)
        self.assertEqual(node.step(1, 2, 3), [2, 3, 4, 5, 6, 7])
        self.assertEqual(node.flush(), ["end"])

    def test_two_readers_share_the_input(self):
        node = bench("""
            import asyncio
            class N:
                is_streaming = True
                async def process(self, stream):
                    seen = []
                    async def read(name):
                        async for item in stream:
                            seen.append(item)
                    await asyncio.gather(read("a"), read("b"))
                    yield seen
        """)
        self.assertEqual(node.step(1, 2, 3, 4), [])
        self.assertEqual(node.flush(), [[1, 2, 3, 4]])

    def test_what_still_sleeps_comes_later(self):
        node = bench("""
            import asyncio
            class N:
                is_streaming = True
                async def process(self, stream):
                    async for item in stream:
                        await asyncio.sleep(0.01)
                        yield item
        """)
        self.assertEqual(node.step(1, 2), [1, 2])
        self.assertEqual(node.flush(), [])

    def test_only_asynchronous_generators_take_the_stream(self):
        node = bench("""
            class N:
                is_streaming = True
                def process(self, x):
                    return x
        """)
        self.assertEqual(node.step(1, 2), [1, 2])


if __name__ == "__main__":
    unittest.main()
