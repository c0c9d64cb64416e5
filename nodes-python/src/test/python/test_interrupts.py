"""Interrupts: an exception in the call that is meant, and in no other."""

import os
import time
import unittest

from graft.errors import DeadlineExceeded
from graft.interrupts import Interrupts


class InterruptsTest(unittest.TestCase):
    def setUp(self):
        self.interrupts = Interrupts()
        reader, self.writer = os.pipe()
        self.interrupts.listen(reader)
        self.addCleanup(os.close, self.writer)

    def ask(self, number):
        os.write(self.writer, number.to_bytes(8, "big"))

    def test_a_sleep_is_ended(self):
        start = time.monotonic()
        self.interrupts.received()
        with self.assertRaises(DeadlineExceeded), self.interrupts:
            self.ask(1)
            time.sleep(60)
        self.assertLess(time.monotonic() - start, 30)

    def test_another_call_is_left_alone(self):
        self.interrupts.received()
        with self.interrupts:
            pass
        self.interrupts.received()
        with self.interrupts:
            self.ask(1)
            self.await_ask(1)
        self.ask(2)  # over by now
        self.await_ask(2)

    def test_a_shield_holds_it_back(self):
        self.interrupts.received()
        with self.assertRaises(DeadlineExceeded), self.interrupts:
            self.interrupts.shield()
            self.ask(1)
            self.await_ask(1)
            through = True
            self.interrupts.unshield()
            self.fail("nothing was raised")
        self.assertTrue(through)

    def await_ask(self, number):
        end = time.monotonic() + 30
        while self.interrupts._asked != number and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(0.01)
        self.assertEqual(self.interrupts._asked, number)


if __name__ == "__main__":
    unittest.main()
