"""Two nodes of the published benchmark groups that Graft does not bring: a user's own file."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

_DEEPEST = 200


@graft.node(
    id="bench-add-value",
    version="1.0",
    summary="Adds a value to each number, once it is initialized.",
    pure=True,
)
class AddValueNode:
    """The contract of ``add-value``: a node with an ``initialize`` method."""

    def __init__(self, value: Annotated[int | float, graft.Param(doc="What to add.")] = 42):
        self._value = value
        self._ready = False

    def initialize(self):
        self._ready = True

    def process(self, item: int | float) -> int | float:
        if not self._ready:
            raise graft.StateError("used before it was initialized")
        return item + self._value


@graft.node(
    id="bench-transform",
    version="1.0",
    summary="Multiplies the numbers in each item.",
    pure=True,
    state={"processed": int},
)
class TransformNode:
    """The contract of ``transform``."""

    def __init__(
        self,
        multiplier: Annotated[int | float, graft.Param(doc="The factor.")] = 2,
        recursive: Annotated[bool, graft.Param(doc="Whether to go into containers.")] = True,
    ):
        self._multiplier = multiplier
        self._recursive = recursive
        self.processed = 0

    def process(self, item: object) -> object:
        result = self._scaled(item, 0)
        self.processed += 1
        if isinstance(result, dict):
            result["_metadata"] = {
                "processed_count": self.processed,
                "multiplier": self._multiplier,
            }
        return result

    def _scaled(self, value, depth):
        if isinstance(value, (int, float)):
            return value * self._multiplier
        if not isinstance(value, (dict, list, tuple)) or (depth and not self._recursive):
            return value
        if depth == _DEEPEST:
            raise OverflowError(f"nested deeper than {_DEEPEST} levels")
        if isinstance(value, dict):
            return {key: self._scaled(child, depth + 1) for key, child in value.items()}
        return type(value)([self._scaled(child, depth + 1) for child in value])
