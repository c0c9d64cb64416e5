"""The node ``format``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Formatted(TypedDict):
        result: object
        formatted: str


@graft.node(
    id="format",
    version="1.0",
    summary="Renders each number or text as a labelled line.",
    pure=True,
)
class FormatNode:
    """Renders each number or text as a labelled line."""

    def process(self, item: object) -> Formatted:
        if isinstance(item, str):
            shown = item
        elif _numbers.is_number(item):
            shown = _numbers.text(item)
        else:
            raise TypeError(f"expected a number or a str, got {type(item).__name__}")
        return {"result": item, "formatted": "Result: " + shown}
