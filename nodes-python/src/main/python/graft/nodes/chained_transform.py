"""The node ``chained-transform``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator


@graft.node(
    id="chained-transform",
    version="1.0",
    summary="Doubles each number, adds ten and squares the sum, in stages.",
    pure=True,
)
class ChainedTransformNode:
    """Doubles each number, adds ten and squares the sum; each stage is an output, lazily."""

    def __init__(
        self,
        emit_intermediates: Annotated[
            bool, graft.Param(doc="Whether the first two stages are outputs as well.")
        ] = True,
    ):
        self._all = emit_intermediates

    def process(self, item: object) -> Iterator[dict[str, object]]:
        number = _numbers.number(item["value"] if isinstance(item, dict) else item)
        doubled = number * 2
        if self._all:
            yield {"stage": 1, "value": doubled}
        moved = doubled + 10
        if self._all:
            yield {"stage": 2, "value": moved}
        yield {"stage": 3, "value": _numbers.square(moved), "final": True}
