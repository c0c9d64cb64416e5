"""Generators: outputs one after the other, and helpers that emit."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator

_FORMS = {
    "same": lambda text: text,
    "double": lambda text: text + text,
    "upper": str.upper,
    "shout": "{}!".format,
}


@graft.node(id="generators", version="1.0", summary="Says it again.", pure=True)
class GeneratorsNode:
    """Says it again."""

    def __init__(self, times: Annotated[int, graft.Param(doc="How often.", min=0)] = 2):
        self._times = times

    def process(self, item: str) -> Iterator[object]:
        if not item:
            return
        yield item
        yield from self._again(item)
        for index in range(self._times):
            yield {"index": index, "form": _FORMS["double"](item)}
        for position, letter in enumerate(item):
            yield (position, letter)

    def flush(self) -> Iterator[object]:
        yield "end"

    def _again(self, item):
        count = 0
        while count < self._times:
            count += 1
            yield f"{item} {count}"
