"""Two nodes of the published benchmark that are not in the SDK yet."""

from __future__ import annotations

from typing import Annotated

import graft


@graft.node(id="add-value", version="1.0", summary="Adds a value, once it is ready.", pure=True)
class AddValueNode:
    def __init__(self, value: Annotated[int, graft.Param(doc="What to add.")] = 42):
        self.value = value
        self.ready = False

    def initialize(self):
        self.ready = True

    def process(self, item: int) -> int:
        if not self.ready:
            raise RuntimeError("used before it was initialized")
        return item + self.value


class TransformNode:
    """Multiplies the numbers of a dict's top level and says how often it did so."""

    def __init__(self, multiplier=2, recursive=True):
        if recursive:
            raise ValueError("only recursive=False is measured")
        self.multiplier = multiplier
        self.count = 0

    def process(self, item):
        self.count += 1
        result = {
            key: value * self.multiplier if isinstance(value, (int, float)) else value
            for key, value in item.items()
        }
        result["_metadata"] = {"processed_count": self.count, "multiplier": self.multiplier}
        return result
