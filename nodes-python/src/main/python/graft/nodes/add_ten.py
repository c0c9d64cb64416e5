"""The node ``add-ten``."""

from __future__ import annotations

import graft

from . import _numbers


@graft.node(id="add-ten", version="1.0", summary="Adds ten to each number.", pure=True)
class AddTenNode:
    """Adds ten to each number."""

    def process(self, item: int | float) -> int | float:
        return _numbers.number(item) + 10
