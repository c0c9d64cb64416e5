"""The node ``multiply``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="multiply",
    version="1.0",
    summary="Multiplies each number, or each number of a list.",
    pure=True,
)
class MultiplyNode:
    """Multiplies each number, or each number of a list."""

    def __init__(
        self,
        factor: Annotated[int | float, graft.Param(doc="What each number is multiplied by.")] = 2.0,
    ):
        self._factor = _numbers.number(factor)

    def process(self, item: object) -> object:
        return _numbers.each(item, lambda number: number * self._factor)
