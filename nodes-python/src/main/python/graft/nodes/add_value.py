"""The node ``add-value``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="add-value",
    version="1.0",
    summary="Adds a value to each number, once it is open.",
    pure=True,
)
class AddValueNode:
    """Adds a value to each number; it must be open, as a node with a resource would."""

    def __init__(
        self,
        value: Annotated[int | float, graft.Param(doc="What is added to each number.")] = 42,
    ):
        self._value = _numbers.number(value)
        self._ready = False

    def initialize(self):
        self._ready = True

    def process(self, item: int | float) -> int | float:
        if not self._ready:
            raise graft.StateError("the node is not open")
        return _numbers.number(item) + self._value
