"""The node ``add``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="add",
    version="1.0",
    summary="Adds to each number, or to each number of a list.",
    pure=True,
)
class AddNode:
    """Adds to each number, or to each number of a list."""

    def __init__(
        self,
        addend: Annotated[int | float, graft.Param(doc="What is added to each number.")] = 0.0,
    ):
        self._addend = _numbers.number(addend)

    def process(self, item: object) -> object:
        return _numbers.each(item, lambda number: number + self._addend)
