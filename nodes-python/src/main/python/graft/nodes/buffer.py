"""The node ``buffer``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="buffer",
    version="1.0",
    summary="Collects items into lists of a fixed size.",
    pure=True,
    state={"items": list},
)
class BufferNode:
    """Collects items into lists of a fixed size; the end of the stream emits the rest."""

    def __init__(
        self,
        size: Annotated[int, graft.Param(doc="How many items make one list.", min=1)] = 10,
    ):
        self._size = size
        self.items = []

    def process(self, item: object) -> list:
        self.items.append(item)
        return self._release() if len(self.items) >= self._size else None

    def flush(self) -> list:
        return self._release() if self.items else None

    def _release(self):
        # A new list each time: the one that was emitted belongs to the receiver.
        full, self.items = self.items, []
        return full
