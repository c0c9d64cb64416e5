"""The node ``double``."""

from __future__ import annotations

import graft

from . import _numbers


@graft.node(id="double", version="1.0", summary="Doubles each number.", pure=True)
class DoubleNode:
    """Doubles each number."""

    def process(self, item: int | float) -> int | float:
        return _numbers.number(item) * 2
