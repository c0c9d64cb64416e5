"""The node ``filter``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="filter",
    version="1.0",
    summary="Keeps the items whose number lies within the limits.",
    pure=True,
)
class FilterNode:
    """Keeps the items whose number lies within the limits, both inclusive."""

    def __init__(
        self,
        min_value: Annotated[
            int | float | None,
            graft.Param(
                doc="The smallest number to keep; no lower limit if absent.",
                at_most="max_value",
            ),
        ] = None,
        max_value: Annotated[
            int | float | None,
            graft.Param(doc="The largest number to keep; no upper limit if absent."),
        ] = None,
        key: Annotated[
            str | None,
            graft.Param(doc="The dict key whose number is tested; the item itself if absent."),
        ] = None,
    ):
        self._min = min_value
        self._max = max_value
        self._key = key

    def process(self, item: object) -> object:
        tested = _numbers.number(item if self._key is None else self._look_up(item))
        return item if self._keeps(tested) else None

    def _look_up(self, item):
        if not isinstance(item, dict):
            raise TypeError(f"expected a dict with the key {self._key!r}")
        return item[self._key]

    def _keeps(self, tested):
        # Python compares an int with a float by their exact values. NaN is within no limits.
        if tested != tested:
            return False
        if self._min is not None and not tested >= self._min:
            return False
        return self._max is None or tested <= self._max
