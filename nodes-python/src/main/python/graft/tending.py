"""What becomes of the tasks of a node that nobody looks after.

asyncio says that an exception was never retrieved when the task is garbage. Without reference
counting that may be never, and what belongs to a node is told to the user of the node: so a loop
keeps an eye on the tasks that failed.
"""

import asyncio
import sys
import weakref

from graft.failure import traceback_of
from graft.raised import message_of

# Among more failed tasks than this, some are told although they might still be asked.
_MOST = 32


def _firmly(task):
    return lambda: task


# Where garbage is found at once, asyncio tells of it itself, and at once.
_hold = weakref.ref if sys.implementation.name == "cpython" else _firmly


class Tended:
    """Mixed into the loops of nodes. ``tell(message, traceback)`` gets what happened."""

    # Where a run has a clock of its own nobody waits for time to pass: it is passed over.
    skips_time = False

    def __init__(self, tell=None):
        super().__init__()
        self._tell = tell
        self._failed = []
        self._skipped = 0.0

    def create_task(self, coro, **more):
        """A task that a node starts."""
        task = super().create_task(coro, **more)
        task.add_done_callback(self._look_at)
        return task

    def task_of_call(self, coro):
        """The task of a call: whoever makes it asks for its result."""
        return asyncio.Task(coro, loop=self)

    def time(self):
        """The time of this loop, in seconds; what was passed over has passed."""
        return super().time() + self._skipped

    def _run_once(self):
        if self.skips_time and not self._ready and self._only_time_passes():
            due = [timer._when for timer in self._scheduled if not timer._cancelled]
            if due:
                self._skipped += max(0.0, min(due) - self.time())
        super()._run_once()

    def _only_time_passes(self):
        """Whether nothing but a timer can wake the loop."""
        return self._default_executor is None

    def tell_failed(self):
        """Tells of all tasks that failed and that nobody asked. No task runs any more."""
        failed, self._failed = self._failed, []
        for held in failed:
            self._tell_of(held())

    def default_exception_handler(self, context):
        if self._tell is None:
            super().default_exception_handler(context)
            return
        message = context.get("message") or "Unhandled exception in event loop"
        exception = context.get("exception")
        if exception is None:
            self._tell(message, None)
            return
        text = message_of(exception)
        text = f"{message}: {type(exception).__name__}{': ' if text else ''}{text}"
        task = context.get("task") or context.get("future")
        if isinstance(task, asyncio.Task):
            text = f"{text} (in {_name_of(task)})"
        self._tell(text, traceback_of(exception))

    def _look_at(self, task):
        if task.cancelled() or not task._log_traceback:
            return
        failed = self._failed
        failed.append(_hold(task))
        if len(failed) > _MOST:
            failed[:] = [held for held in failed if _is_unasked(held())]
            if len(failed) > _MOST:
                self._tell_of(failed.pop(0)())

    def _tell_of(self, task):
        if _is_unasked(task):
            self.call_exception_handler(
                {
                    "message": "Task exception was never retrieved",
                    "exception": task.exception(),
                    "task": task,
                }
            )


def _is_unasked(task):
    return task is not None and task._log_traceback


def _name_of(task):
    code = getattr(task.get_coro(), "cr_code", None)
    return task.get_name() if code is None else code.co_name
