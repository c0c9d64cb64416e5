"""The node ``transform``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


_MAX_DEPTH = 200
_CONTAINERS = (dict, list, tuple)


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
        if self._recursive or _numbers.is_number(value):
            return self._scaled(value, depth)
        return value

    def _scaled(self, value, depth):
        """A copy of a value that stands at a depth. The contract's depth is no recursion's."""
        if type(value) not in _CONTAINERS:
            return self._leaf(value)
        copies = [_Copy(value, depth)]
        while True:
            copy = copies[-1]
            part = next(copy.parts, copies)  # the list stands for the end, as no value can
            if part is copies:
                copies.pop()
                if not copies:
                    return copy.result()
                copies[-1].done.append(copy.result())
            elif type(part) in _CONTAINERS:
                copies.append(_Copy(part, depth + len(copies)))
            else:
                copy.done.append(self._leaf(part))

    def _leaf(self, value):
        if _numbers.is_number(value):
            return _numbers.number(value) * self._multiplier
        return value


class _Copy:
    """A container whose parts are being copied."""

    __slots__ = ("kind", "keys", "parts", "done")

    def __init__(self, container, depth):
        if depth >= _MAX_DEPTH:
            raise OverflowError(f"the item is nested deeper than {_MAX_DEPTH} levels")
        self.kind = type(container)
        self.keys = list(container) if self.kind is dict else None
        self.parts = iter(container.values() if self.kind is dict else container)
        self.done = []

    def result(self):
        if self.kind is dict:
            return dict(zip(self.keys, self.done))
        return self.done if self.kind is list else tuple(self.done)
