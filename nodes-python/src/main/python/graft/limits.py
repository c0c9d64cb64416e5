"""What a worker may use, as the manifest limits it: set before the code of any node runs.

The system keeps the limits, and Python meets them as errors: too much memory is a ``MemoryError``,
too many open files an ``OSError``; too much processor time ends the process.
"""

import errno
import sys


class Limits:
    """Limits by name: ``memory_mb``, ``cpu_s``, ``open_files``."""

    def __init__(self, values):
        self._values = values

    @classmethod
    def parse(cls, text):
        """The limits of an argument such as ``memory_mb=512,cpu_s=60``."""
        pairs = (each.split("=") for each in text.split(","))
        return cls({name: int(value) for name, value in pairs})

    def apply(self):
        """Sets them for this process, for good."""
        if not self._values:
            return
        import resource

        # On Linux this counts what a process writes to alone; the address space would count shared
        # arrays, too. Elsewhere it counts next to nothing.
        data = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        for name, value in self._values.items():
            if name == "memory_mb":
                _limit(resource, data, value << 20)
            elif name == "cpu_s":
                # A second more is for whoever catches the signal.
                _limit(resource, resource.RLIMIT_CPU, value, value + 1)
            elif name == "open_files":
                _limit(resource, resource.RLIMIT_NOFILE, value)

    def explain(self, failure):
        """Adds to the data of a failure which limit is behind it."""
        kind, message = failure["type"], failure["message"]
        if kind.endswith("MemoryError"):
            self._add(failure, "memory_mb", "MB of memory")
        elif message.startswith(f"[Errno {errno.EMFILE}]"):
            self._add(failure, "open_files", "open files")

    def _add(self, failure, name, unit):
        if name in self._values:
            text = f"this worker may have {self._values[name]} {unit} (limits.{name})"
            message = failure["message"]
            failure["message"] = f"{message}; {text}" if message else text


def _limit(resource, which, soft, hard=None):
    hard = soft if hard is None else hard
    _, highest = resource.getrlimit(which)
    if highest != resource.RLIM_INFINITY:
        # The user's own limits may be lower, and cannot be raised.
        soft, hard = min(soft, highest), min(hard, highest)
    resource.setrlimit(which, (soft, hard))
