"""The node ``timestamp``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal


@graft.node(
    id="timestamp",
    version="1.0",
    summary="Adds the time to each item.",
    state={"process_count": int},
)
class TimestampNode:
    """Adds the time at which it passes to each item, in UTC and whole microseconds."""

    def __init__(
        self,
        format: Annotated[
            Literal["iso", "unix", "readable"],
            graft.Param(doc="How the time is written: ISO 8601, seconds since 1970, or for people."),
        ] = "iso",
        include_metadata: Annotated[
            bool, graft.Param(doc="Whether to add how many items there were.")
        ] = True,
    ):
        if format not in _FORMATS:
            raise ValueError(f"unknown format: {format}")
        self._write = _FORMATS[format]
        self._with_metadata = include_metadata
        self.process_count = 0

    def process(self, item: object) -> dict[str, object]:
        stamped = {"data": item, "timestamp": self._write(graft.now(self))}
        self.process_count += 1
        if self._with_metadata:
            stamped["metadata"] = {
                "process_count": self.process_count,
                "node_type": "timestamp",
            }
        return stamped


def _iso(time):
    return time.isoformat(timespec="microseconds")


def _unix(time):
    days = time.toordinal() - 719163
    seconds = ((days * 24 + time.hour) * 60 + time.minute) * 60 + time.second
    return (seconds * 1_000_000 + time.microsecond) / 1_000_000


def _readable(time):
    return time.isoformat(" ", timespec="seconds")[:19]


_FORMATS = {"iso": _iso, "unix": _unix, "readable": _readable}
