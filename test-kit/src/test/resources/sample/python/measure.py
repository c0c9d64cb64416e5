"""Nodes that measure texts."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Measured(TypedDict):
        text: str
        length: int


@graft.node(
    id="measure", version="1.0", summary="Says how long each text is.", pure=True
)
class MeasureNode:
    """Says how long each text is."""

    def __init__(
        self,
        extra: Annotated[int, graft.Param(doc="What is added to each length.")] = 0,
    ):
        self.extra = extra

    def process(self, item: str) -> Measured:
        if not isinstance(item, str):
            raise TypeError(f"expected a str, got {type(item).__name__}")
        return {"text": item, "length": len(item) + self.extra}


@graft.node(
    id="measure-badly", version="1.0", summary="Says how long each text is.", pure=True
)
class MeasureBadlyNode:
    """The twin of a wrong port."""

    def __init__(
        self,
        extra: Annotated[int, graft.Param(doc="What is added to each length.")] = 0,
    ):
        self.extra = extra

    def process(self, item: str) -> Measured:
        if not isinstance(item, str):
            raise TypeError(f"expected a str, got {type(item).__name__}")
        return {"text": item, "length": len(item) + self.extra}


@graft.node(id="half", version="1.0", summary="Halves each number.", pure=True)
class HalfNode:
    """A node without a twin."""

    def process(self, item: float) -> float:
        return item / 2
