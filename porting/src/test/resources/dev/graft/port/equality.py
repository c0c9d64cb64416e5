"""Numbers that Java holds in objects, where == would ask whether they are the same object."""

from __future__ import annotations

from typing import Annotated

import graft


@graft.node(id="equality", version="1.0", summary="Looks for what is equal.", pure=True)
class EqualityNode:
    """Looks for what is equal."""

    def __init__(
        self,
        floats: Annotated[list[float], graft.Param(doc="Where to look.")] = [0.5, 1.5, 0.5],
    ):
        self._floats = floats

    def process(self, item: object) -> list[object]:
        found = []
        floats = self._floats
        if len(floats) > 1:
            found.append(floats[0] == floats[-1])
            found.append(floats[0] != floats[1])
            found.append(floats[0] <= floats[1])
            found.append(floats[0] == floats[0])
            least = floats[0] if floats[0] < floats[1] else floats[1]
            found.append(least == floats[0])
            found.append((floats[0] if len(floats) > 2 else floats[1]) == floats[-1])
        for each in floats:
            found.append(each == floats[0])
            found.append(self._same(each, item))
        if isinstance(item, float):
            found.append(item == item)
        if isinstance(item, bool):
            found.append(item == item)
        return found

    def _same(self, a, b):
        if isinstance(a, float) and isinstance(b, float):
            return a == b and not a != b
        return False
