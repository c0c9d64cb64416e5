"""Lets the tasks of nodes go on between calls, in the one lane of each node.

A loop by itself runs all that is due in one turn. Here it runs one callback at a time, so that a
call that comes need not wait for more than that; and each call that comes finds one callback more
done, so that tasks go on however closely calls follow each other.
"""

import asyncio
import heapq

# So many callbacks of one loop may run before the other loops of the interpreter get their turn,
# and so long may one wait for its own.
_TURNS = 100
_SECONDS = 0.005


def due_at(loop):
    """When something is due, in the time of the loop; none if nothing will be by itself."""
    if loop._ready:
        return loop.time()
    scheduled = loop._scheduled
    while scheduled and scheduled[0]._cancelled:
        _pop_timer(loop)
    return scheduled[0]._when if scheduled else None


def due_in(loop):
    """In how many seconds something is due, or none."""
    when = due_at(loop)
    return None if when is None else max(0.0, when - loop.time())


def until_wanted(loops, wanted):
    """Runs what is due in loops that know only time, until ``wanted()`` says that a call waits.

    Returns in how many seconds something is due, or none.
    """
    seconds = None
    for loop in loops:
        _Stretch(loop, wanted).run()
        loop.alarmed = due_at(loop)
        due = due_in(loop)
        if due is not None and (seconds is None or due < seconds):
            seconds = due
    return seconds


def until_called(loops, channel):
    """Runs loops with sockets until a channel has a message.

    Returns at once if nothing could happen in them before.
    """
    while True:
        working = [loop for loop in loops if _is_at_work(loop)]
        if not working:
            return
        longest = None if len(working) == 1 else _SECONDS
        for loop in working:
            if _Watch(loop, channel, longest).run():
                return


def _is_at_work(loop):
    """Whether time, a socket or a thread could move something in a loop."""
    return (
        due_in(loop) is not None
        # One is the loop's own, by which threads wake it.
        or len(loop._selector.get_map()) > 1
        or bool(asyncio.all_tasks(loop))
    )


class _Turns:
    """Some turns of a loop, each with one callback at most."""

    def __init__(self, loop):
        self._loop = loop

    def run(self):
        loop = self._loop
        # In place of the method: the turns of a call pay nothing.
        loop._run_once = self._turn
        try:
            loop.run_forever()
        except (SystemExit, KeyboardInterrupt) as error:
            # Of one task, which is over; it is not the interpreter that ends.
            loop.call_exception_handler({"message": "A task wanted to exit", "exception": error})
        finally:
            del loop._run_once

    def _turn(self):
        """One turn: each kind of loop waits in its own way."""
        raise NotImplementedError

    def _take_in(self, events):
        """Makes callbacks of what came and of what is due."""
        loop = self._loop
        loop._process_events(events)
        scheduled = loop._scheduled
        now = loop.time() + loop._clock_resolution
        while scheduled and (scheduled[0]._cancelled or scheduled[0]._when < now):
            timer = _pop_timer(loop)
            if not timer._cancelled:
                loop._ready.append(timer)

    def _run_one(self):
        ready = self._loop._ready
        if ready:
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()


class _Stretch(_Turns):
    """Turns of a loop that knows only time, until nothing is due."""

    def __init__(self, loop, wanted):
        super().__init__(loop)
        self._wanted = wanted
        self._left = _TURNS

    def _turn(self):
        self._take_in(self._loop._selector.select(0))
        self._run_one()
        self._left -= 1
        if not self._left or self._wanted() or due_in(self._loop) != 0.0:
            self._loop.stop()


class _Watch(_Turns):
    """Turns of a loop with sockets, until one more of them has a message."""

    def __init__(self, loop, channel, longest):
        super().__init__(loop)
        self._descriptor = channel.connection.fileno()
        self._called = channel.holds_more()
        self._end = None if longest is None else loop.time() + longest
        self._first = True

    def run(self):
        """Whether there is a message."""
        loop = self._loop
        loop.add_reader(self._descriptor, _nothing)
        try:
            super().run()
        finally:
            loop.remove_reader(self._descriptor)
        return self._called

    def _turn(self):
        loop = self._loop
        timeout = 0.0 if self._called else due_in(loop)
        if self._end is not None:
            left = max(0.0, self._end - loop.time())
            timeout = left if timeout is None else min(timeout, left)
        events = loop._selector.select(timeout)
        others = [event for event in events if event[0].fd != self._descriptor]
        self._called = self._called or len(others) < len(events)
        self._take_in(others)
        if self._first or not self._called:
            self._first = False
            self._run_one()
        if self._called or (self._end is not None and loop.time() >= self._end):
            loop.stop()


def _pop_timer(loop):
    timer = heapq.heappop(loop._scheduled)
    timer._scheduled = False
    if timer._cancelled:
        loop._timer_cancelled_count -= 1
    return timer


def _nothing():
    """The message itself is for others to read."""
