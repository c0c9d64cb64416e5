"""The node ``counter``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Counted(TypedDict):
        value: object
        count: int


@graft.node(
    id="counter",
    version="1.0",
    summary="Numbers the items as they pass.",
    pure=True,
    state={"count": int},
)
class CounterNode:
    """Numbers the items as they pass."""

    def __init__(
        self,
        initial_count: Annotated[int, graft.Param(doc="The count before the first item.")] = 0,
    ):
        self.count = initial_count

    def process(self, item: object) -> Counted:
        self.count += 1
        return {"value": item, "count": self.count}
