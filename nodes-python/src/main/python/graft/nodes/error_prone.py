"""The node ``error-prone``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Checked(TypedDict):
        value: object
        status: str


@graft.node(
    id="error-prone",
    version="1.0",
    summary="Fails on one number and passes all else on.",
    pure=True,
)
class ErrorProneNode:
    """Fails on one number and passes all else on: for trying out error policies."""

    def __init__(
        self,
        error_on_value: Annotated[int | float, graft.Param(doc="The number that fails.")] = -1.0,
    ):
        self._bad = _numbers.number(error_on_value)

    def process(self, item: object) -> Checked:
        value = item.get("value", 0) if isinstance(item, dict) else item
        if _numbers.is_number(value) and value == self._bad:
            raise ValueError(f"the value {self._bad} is refused")
        return {"value": value, "status": "ok"}
