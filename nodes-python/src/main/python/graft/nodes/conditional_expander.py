"""The node ``conditional-expander``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, TypedDict

    class Repeated(TypedDict):
        original: object
        index: int
        count: int


@graft.node(
    id="conditional-expander",
    version="1.0",
    summary="Repeats an item as often as its number says.",
    pure=True,
)
class ConditionalExpanderNode:
    """Repeats an item as often as its number says, up to a limit, lazily."""

    def __init__(
        self,
        max_count: Annotated[int, graft.Param(doc="The most outputs of one item.", min=0)] = 10,
    ):
        self._max = max_count

    def process(self, item: object) -> Iterator[Repeated]:
        value = item.get("value", 0) if isinstance(item, dict) else item
        if not _numbers.is_number(value):
            value = 0
        count = self._count(_numbers.number(value))
        index = 0
        while index < count:
            yield {"original": value, "index": index, "count": count}
            index += 1

    def _count(self, number):
        if number != number:
            raise ValueError("NaN says no number of outputs")
        size = abs(number)
        return self._max if size >= self._max else int(size)
