"""The node ``data-aggregator``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal


@graft.node(
    id="data-aggregator",
    version="1.0",
    summary="Makes one output of each window of items.",
    pure=True,
    state={"items": list},
)
class DataAggregatorNode:
    """Makes one output of each window of items; the end of the stream one of the rest."""

    def __init__(
        self,
        window_size: Annotated[int, graft.Param(doc="How many items make a window.", min=1)] = 5,
        aggregation_type: Annotated[
            Literal["collect", "sum", "average", "count"],
            graft.Param(doc="What is made of a window."),
        ] = "collect",
    ):
        if aggregation_type not in _AGGREGATES:
            raise ValueError(f"unknown aggregation_type: {aggregation_type}")
        self._size = window_size
        self._aggregate = _AGGREGATES[aggregation_type]
        self._needs_numbers = aggregation_type in ("sum", "average")
        self.items = []

    def process(self, item: object) -> object:
        if self._needs_numbers:
            _numbers.number(item)
        if len(self.items) + 1 < self._size:
            self.items.append(item)
            return None
        # Only a window that could be computed is given up.
        result = self._aggregate([*self.items, item])
        self.items = []
        return result

    def flush(self) -> object:
        if not self.items:
            return None
        result = self._aggregate(self.items)
        self.items = []
        return result


def _sum(items):
    # From left to right: ``sum`` compensates rounding errors on some runtimes.
    total = 0
    for item in items:
        total = total + _numbers.number(item)
    return total


_AGGREGATES = {
    "collect": list,
    "sum": _sum,
    "average": lambda items: _numbers.divide(_sum(items), len(items)),
    "count": len,
}
