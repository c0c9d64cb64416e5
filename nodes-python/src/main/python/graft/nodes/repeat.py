"""The node ``repeat``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, TypedDict

    class Multiple(TypedDict):
        index: int
        value: int | float


@graft.node(
    id="repeat",
    version="1.0",
    summary="Emits the multiples of each number, from zero up.",
    pure=True,
)
class RepeatNode:
    """Emits the multiples of each number, lazily."""

    def __init__(
        self,
        count: Annotated[int, graft.Param(doc="How many multiples to emit.", min=0)] = 5,
    ):
        self._count = count

    def process(self, item: int | float) -> Iterator[Multiple]:
        factor = _numbers.number(item)
        # Counted by hand: a range of more than sys.maxsize items is refused on some runtimes.
        index = 0
        while index < self._count:
            yield {"index": index, "value": factor * index}
            index += 1
