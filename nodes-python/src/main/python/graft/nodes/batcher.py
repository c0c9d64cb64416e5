"""The node ``batcher``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Batch(TypedDict):
        batch: list
        size: int


@graft.node(
    id="batcher",
    version="1.0",
    summary="Collects items into batches that say their size.",
    pure=True,
    state={"items": list},
)
class BatcherNode:
    """Collects items into batches that say how many they hold; the end emits the rest."""

    def __init__(
        self,
        batch_size: Annotated[int, graft.Param(doc="How many items make one batch.", min=1)] = 3,
    ):
        self._size = batch_size
        self.items = []

    def process(self, item: object) -> Batch:
        self.items.append(item)
        return self._release() if len(self.items) >= self._size else None

    def flush(self) -> Batch:
        return self._release() if self.items else None

    def _release(self):
        full, self.items = self.items, []
        return {"batch": full, "size": len(full)}
