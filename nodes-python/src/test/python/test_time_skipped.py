"""Waiting in a run whose clock stands still: nobody waits, and the order stays."""

import threading
import time
import unittest

from support import bench

SLEEPS = """
    import asyncio

    class N:
        async def process(self, seconds):
            begin = asyncio.get_running_loop().time()
            await asyncio.sleep(seconds)
            return asyncio.get_running_loop().time() - begin
"""

ORDER = """
    import asyncio

    class N:
        async def process(self, item):
            said = []

            async def say(after, word):
                await asyncio.sleep(after)
                said.append(word)

            await asyncio.gather(say(12, "c"), say(4, "a"), say(8, "b"))
            try:
                await asyncio.wait_for(asyncio.sleep(50), 3)
            except asyncio.TimeoutError:
                said.append("late")
            return said
"""

THREAD = """
    import asyncio
    import time

    class N:
        async def process(self, item):
            return await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.2), 5)

        async def flush(self):
            return "done"
"""


class SkippedTimeTest(unittest.TestCase):
    def test_a_sleep_takes_no_time_and_all_the_time_it_says(self):
        for small_loop in (True, False):
            with self.subTest(small_loop=small_loop):
                node = bench(SLEEPS, clock=0, small_loop=small_loop)
                begin = time.monotonic()
                (passed,) = node.step(30)
                self.assertLess(time.monotonic() - begin, 10)
                self.assertGreaterEqual(passed, 30)

    def test_the_order_is_that_of_time(self):
        for small_loop in (True, False):
            with self.subTest(small_loop=small_loop):
                begin = time.monotonic()
                self.assertEqual(
                    bench(ORDER, clock=0, small_loop=small_loop).step(1), [["a", "b", "c", "late"]]
                )
                self.assertLess(time.monotonic() - begin, 10)

    def test_a_thread_that_works_is_waited_for(self):
        node = bench(THREAD, clock=0, small_loop=False)
        self.assertEqual(node.step(1), [])
        self.assertEqual(node.flush(), ["done"])
        node.host.close_all()
        for thread in threading.enumerate():
            if thread is not threading.main_thread():
                thread.join(5)  # or the loops of other tests would look at it

    def test_a_run_with_the_time_of_the_machine_waits(self):
        begin = time.monotonic()
        bench(SLEEPS, small_loop=False).step(0.2)
        self.assertGreaterEqual(time.monotonic() - begin, 0.2)


if __name__ == "__main__":
    unittest.main()
