"""Tasks of nodes: they go on between calls, one step at a time, and nothing they raise is lost."""

import socket
import textwrap
import time
import unittest

from graft.channel import Channel
from support import bench

# A node whose task counts, one step of the loop after the other.
COUNTS = """
    import asyncio
    class N:
        def __init__(self):
            self.count = 0
        async def initialize(self):
            self.task = asyncio.create_task(self.work())
        async def work(self):
            while True:
                await asyncio.sleep({pause})
                self.count += 1
        def process(self, item):
            return self.count
"""

FAILS = """
    import asyncio
    class N:
        async def process(self, item):
            async def fail():
                raise ValueError("boom " + str(item))
            task = asyncio.create_task(fail())
            if item == "kept":
                self.task = task
            elif item == "asked":
                try:
                    await task
                except ValueError:
                    return "caught"
            await asyncio.sleep(0.001)
            return item
"""


def counting(pause=0, **more):
    return bench(COUNTS.format(pause=pause), **more)


def heard(node):
    """What a node's host tells from now on, as pairs of text and traceback."""
    notices = []
    node.host.tell = lambda node_id, text, traceback: notices.append((text, traceback))
    return notices


class SmallLoopTest(unittest.TestCase):
    """Driven by somebody who calls ``go_on`` when the alarm goes off."""

    def test_whoever_wants_in_waits_for_one_step(self):
        node = counting()
        before = node.step(None)[0]
        for steps in range(1, 4):
            self.assertEqual(node.host.go_on(lambda: True), 0.0)
            # One step wakes the task, the next is its own: never more than one for each call.
            self.assertLessEqual(node.step(None)[0], before + steps)
        self.assertGreater(node.step(None)[0], before)

    def test_a_sleeper_is_woken_when_it_is_due(self):
        node = counting(pause=0.01)
        due = node.host.go_on(lambda: False)
        self.assertGreater(due, 0)
        self.assertLessEqual(due, 0.01)
        self.assertEqual(node.step(None), [0])
        time.sleep(0.02)
        self.assertGreater(node.host.go_on(lambda: False), 0)
        self.assertEqual(node.step(None), [1])

    def test_one_loop_leaves_others_their_turn(self):
        node = counting()
        # A loop that always has something to do ends its turn by itself.
        self.assertEqual(node.host.go_on(lambda: False), 0.0)
        self.assertGreater(node.step(None)[0], 10)

    def test_the_alarm_is_set_for_what_is_due_next(self):
        source = """
            import asyncio
            class N:
                async def process(self, item):
                    if item:
                        self.task = asyncio.get_running_loop().create_task(asyncio.sleep(item))
                    await asyncio.sleep(0)
                    return item
        """
        alarms = []
        node = bench(source, alarm=alarms.append)
        node.step(0)
        self.assertEqual(alarms, [-1.0])  # a loop, and nothing to wait for
        node.step(50)
        self.assertEqual(len(alarms), 2)
        self.assertAlmostEqual(alarms[1], 50, delta=1)
        node.step(100)
        self.assertEqual(len(alarms), 2)  # the first comes sooner
        node.step(10)
        self.assertAlmostEqual(alarms[2], 10, delta=1)
        node.close()
        self.assertIsNone(node.host.go_on(lambda: False))

    def test_a_plain_method_may_start_a_task(self):
        source = """
            import asyncio
            class N:
                def __init__(self):
                    self.loop = asyncio.get_event_loop()
                    self.done = []
                def process(self, item):
                    self.loop.create_task(self.note(item))
                    self.loop.call_later(0, self.done.append, "later")
                    return list(self.done)
                async def note(self, item):
                    self.done.append(item)
        """
        alarms = []
        node = bench(source, alarm=alarms.append)
        self.assertEqual(node.step("a"), [[]])
        self.assertEqual(alarms, [-1.0, 0.0])
        self.assertIsNone(node.host.go_on(lambda: False))
        self.assertEqual(node.step("b"), [["a", "later"]])

    def test_a_task_that_wants_to_exit_does_not(self):
        source = """
            import asyncio, sys
            class N:
                async def process(self, item):
                    asyncio.get_running_loop().call_soon(sys.exit, 3) if item == "exit" else None
                    return item
        """
        node = bench(source)
        told = heard(node)
        node.step("first")
        node.host.loops[0].call_soon(__import__("sys").exit, 3)
        self.assertIsNone(node.host.go_on(lambda: False))
        self.assertEqual([text for text, _ in told], ["A task wanted to exit: SystemExit: 3"])
        self.assertEqual(node.step("second"), ["second"])


class FullLoopTest(unittest.TestCase):
    """Driven by whoever waits for the next message."""

    def setUp(self):
        ours, self.theirs = socket.socketpair()
        self.addCleanup(ours.close)
        self.addCleanup(self.theirs.close)
        self.channel = Channel(ours)

    def send_soon(self, seconds):
        import threading

        timer = threading.Timer(seconds, self.theirs.sendall, [b"\0\0\0\1x"])
        timer.start()
        self.addCleanup(timer.join)

    def test_tasks_go_on_until_a_message_comes(self):
        node = counting(pause=0.001, small_loop=False)
        self.send_soon(0.2)
        node.host.go_on_until_called(self.channel)
        self.assertEqual(self.channel.receive(), b"x")
        self.assertGreater(node.step(None)[0], 10)

    def test_a_message_that_is_there_waits_for_one_step(self):
        node = counting(small_loop=False)
        self.theirs.sendall(b"\0\0\0\1x" * 40)
        counts = []
        for _ in range(40):
            node.host.go_on_until_called(self.channel)
            self.channel.receive()
            counts.append(node.step(None)[0])
        steps = [after - before for before, after in zip(counts, counts[1:])]
        self.assertTrue(all(step <= 1 for step in steps), steps)
        self.assertGreater(counts[-1], 5)  # and tasks go on all the same

    def test_many_tasks_that_are_due_keep_nobody_waiting(self):
        source = """
            import asyncio, time
            class N:
                async def initialize(self):
                    self.tasks = [asyncio.create_task(self.work()) for _ in range(200)]
                async def work(self):
                    while True:
                        await asyncio.sleep(0)
                        time.sleep(0.005)
                def process(self, item):
                    return item
        """
        node = bench(source, small_loop=False)
        self.send_soon(0.05)
        node.host.go_on_until_called(self.channel)
        late = time.monotonic()
        self.channel.receive()
        self.theirs.sendall(b"\0\0\0\1x")
        start = time.monotonic()
        node.host.go_on_until_called(self.channel)
        self.assertLess(time.monotonic() - start, 0.5)  # all in turn take a second
        self.assertLess(start - late, 0.5)

    def test_without_tasks_nobody_waits_for_the_channel(self):
        source = """
            import asyncio
            class N:
                async def process(self, item):
                    await asyncio.sleep(0)
                    try:
                        await asyncio.wait_for(asyncio.sleep(0), 1000)
                    finally:
                        return item
        """
        node = bench(source, small_loop=False)
        node.step(1)
        self.assertEqual(len(node.host.loops), 1)
        node.host.go_on_until_called(self.channel)  # would never return

    def test_sockets_and_threads_of_tasks_are_served(self):
        source = """
            import asyncio, time
            class N:
                async def initialize(self):
                    self.got = []
                    self.tasks = [asyncio.create_task(self.listen()), asyncio.create_task(self.rest())]
                async def listen(self):
                    async def answer(reader, writer):
                        self.got.append(await reader.readline())
                        writer.close()
                    server = await asyncio.start_server(answer, "127.0.0.1", 0)
                    self.port = server.sockets[0].getsockname()[1]
                async def rest(self):
                    self.got.append(await asyncio.to_thread(lambda: time.sleep(0.01) or "thread"))
                def process(self, item):
                    return self.port if item == "port" else sorted(self.got, key=str)
        """
        node = bench(source, small_loop=False)
        self.send_soon(0.2)
        node.host.go_on_until_called(self.channel)
        self.channel.receive()
        with socket.create_connection(("127.0.0.1", node.step("port")[0])) as client:
            client.sendall(b"hello\n")
            self.send_soon(0.2)
            node.host.go_on_until_called(self.channel)
        self.assertEqual(node.step("got"), [[b"hello\n", "thread"]])

    def test_two_loops_take_turns(self):
        node = counting(pause=0.001, small_loop=False)
        other = textwrap.dedent(COUNTS.format(pause=0))
        loaded = {"module": "other_unit", "path": "/memory/other.py", "source": other}
        node.host.load(loaded)
        handle = node.host.open({"module": "other_unit", "symbol": "N", "node_id": "other"})
        self.send_soon(0.3)
        node.host.go_on_until_called(self.channel)
        self.assertGreater(node.step(None)[0], 5)
        node.handle = handle
        self.assertGreater(node.step(None)[0], 5)


class FailedTasksTest(unittest.TestCase):
    def each(self, check):
        for small_loop in (True, False):
            with self.subTest(small_loop=small_loop):
                node = bench(FAILS, small_loop=small_loop)
                check(node, heard(node))

    def test_what_nobody_asked_for_is_told_once(self):
        def check(node, told):
            self.assertEqual(node.step("kept"), ["kept"])
            node.close()
            ((text, traceback),) = told
            self.assertEqual(
                text,
                "Task exception was never retrieved: ValueError: boom kept (in fail)",
            )
            self.assertIn('raise ValueError("boom " + str(item))', traceback)

        self.each(check)

    def test_what_is_asked_for_is_not_told(self):
        def check(node, told):
            self.assertEqual(node.step("asked"), ["caught"])
            node.close()
            self.assertEqual(told, [])

        self.each(check)

    def test_many_failures_are_told_before_the_end(self):
        def check(node, told):
            for item in range(100):
                node.step(item)
            self.assertGreater(len(told), 50)
            node.close()
            self.assertEqual(len(told), 100)
            self.assertEqual(len(set(told)), 100)

        self.each(check)

    def test_what_a_task_raises_when_it_is_cancelled_is_told(self):
        source = """
            import asyncio
            class N:
                async def process(self, item):
                    self.task = asyncio.create_task(self.work())
                    await asyncio.sleep(0)
                    return item
                async def work(self):
                    try:
                        await asyncio.sleep(1000)
                    finally:
                        raise KeyError("late")
        """
        for small_loop in (True, False):
            with self.subTest(small_loop=small_loop):
                node = bench(source, small_loop=small_loop)
                told = heard(node)
                node.step(1)
                node.close()
                self.assertEqual(
                    [text for text, _ in told],
                    ["Task exception was never retrieved: KeyError: 'late' (in work)"],
                )


class EndedCallTest(unittest.TestCase):
    def test_what_waited_does_not_go_on_beside_the_next_item(self):
        source = """
            import asyncio, sys
            class N:
                def __init__(self):
                    self.event = asyncio.Event()
                    self.log = []
                async def process(self, item):
                    if item == "wait":
                        asyncio.get_running_loop().call_later(0, sys.exit, 3)
                        await self.event.wait()
                        self.log.append("went on")
                    self.event.set()
                    await asyncio.sleep(0.001)
                    return list(self.log)
        """
        for small_loop in (True, False):
            with self.subTest(small_loop=small_loop):
                node = bench(source, small_loop=small_loop)
                told = heard(node)
                self.assertEqual(node.fails("wait")["kind"], "EXIT")
                self.assertEqual(node.step("next"), [[]])
                node.close()
                self.assertEqual(told, [])


class WholeStreamTest(unittest.TestCase):
    def test_what_comes_out_between_calls_goes_on_with_the_next(self):
        source = """
            import asyncio
            class N:
                is_streaming = True
                async def process(self, stream):
                    queue = asyncio.Queue()
                    async def read():
                        async for item in stream:
                            slow.append(asyncio.create_task(self.later(item, queue)))
                        await asyncio.gather(*slow[1:])
                        await queue.put(None)
                    slow = [asyncio.create_task(read())]
                    while (item := await queue.get()) is not None:
                        yield item
                async def later(self, item, queue):
                    await asyncio.sleep(0.01)
                    await queue.put(item)
                    await queue.put(item * 10)
        """
        node = bench(source)
        self.assertEqual(node.step(1), [])
        while (due := node.host.go_on(lambda: False)) is not None:
            time.sleep(due)
        self.assertEqual(node.step(2), [1, 10])
        self.assertEqual(node.flush(), [2, 20])


if __name__ == "__main__":
    unittest.main()
