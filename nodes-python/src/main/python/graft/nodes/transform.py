"""The node ``transform``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


_MAX_DEPTH = 200


@graft.node(
    id="transform",
    version="1.0",
    summary="Multiplies every number in an item, however deep.",
    pure=True,
    state={"processed_count": int},
)
class TransformNode:
    """Multiplies every number in an item; a dict also learns how many items there were."""

    def __init__(
        self,
        multiplier: Annotated[
            int | float, graft.Param(doc="What each number is multiplied by.")
        ] = 2,
        recursive: Annotated[
            bool,
            graft.Param(doc="Whether containers inside a container are changed as well."),
        ] = True,
    ):
        self._multiplier = _numbers.number(multiplier)
        self._recursive = recursive
        self.processed_count = 0

    def process(self, item: object) -> object:
        if type(item) is dict:
            count = self.processed_count + 1
            metadata = {"processed_count": count, "multiplier": self._multiplier}
            result = {
                key: metadata if key == "_metadata" else self._inside(value, 1)
                for key, value in item.items()
            }
            result.setdefault("_metadata", metadata)
        elif type(item) is list:
            result = [self._inside(value, 1) for value in item]
        elif self._recursive or type(item) is not tuple:
            result = self._scaled(item, 0)
        else:
            result = item
        self.processed_count += 1
        return result

    def _inside(self, value, depth):
        """A part of a container, which is scaled if it is a number or if all is to be."""
        if self._recursive or isinstance(value, (int, float)):
            return self._scaled(value, depth)
        return value

    def _scaled(self, value, depth):
        if isinstance(value, (int, float)):
            return _numbers.number(value) * self._multiplier
        kind = type(value)
        if kind not in (dict, list, tuple):
            return value
        if depth >= _MAX_DEPTH:
            raise OverflowError(f"the item is nested deeper than {_MAX_DEPTH} levels")
        if kind is dict:
            return {key: self._scaled(part, depth + 1) for key, part in value.items()}
        return kind([self._scaled(part, depth + 1) for part in value])
