"""The node ``running-total``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="running-total",
    version="1.0",
    summary="Emits the sum of all numbers so far.",
    pure=True,
    state={"total": int},
    examples=[graft.Example(params={"start": 10}, items=[1, 2], outputs=[11, 13])],
)
class RunningTotalNode:
    """Adds up."""

    def __init__(
        self,
        start: Annotated[int, graft.Param(doc="The sum before the first number.")] = 0,
    ):
        self.total = start

    def process(self, item: int) -> int:
        # A bool is an int to Python, and none to Graft.
        if type(item) is not int:
            raise TypeError(f"expected an int, got {type(item).__name__}")
        self.total += item
        return self.total
