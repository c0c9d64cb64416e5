"""The node ``expander``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator


@graft.node(
    id="expander",
    version="1.0",
    summary="Makes several numbered outputs of each item.",
    pure=True,
)
class ExpanderNode:
    """Makes several outputs of each number, dict with a value, or text, lazily."""

    def __init__(
        self,
        expansion_factor: Annotated[
            int, graft.Param(doc="How many outputs each item gives.", min=0)
        ] = 3,
    ):
        self._factor = expansion_factor

    def process(self, item: object) -> Iterator[object]:
        make = _maker(item)
        index = 0
        while index < self._factor:
            yield make(index)
            index += 1


def _maker(item):
    """What gives the output of an index."""
    if isinstance(item, str):
        return lambda index: f"{item}_{index}"
    if isinstance(item, dict):
        value = _numbers.number(item["value"])
        return lambda index: {"value": value + index, "index": index}
    number = _numbers.number(item)
    return lambda index: number + index
