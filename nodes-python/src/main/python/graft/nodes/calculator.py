"""The node ``calculator``."""

from __future__ import annotations

import graft

from . import _numbers

# Never true at run time: ``typing`` is slow to import, and hints are read from the syntax tree.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal

_OPERATIONS = {
    "add": lambda item, operand: item + operand,
    "subtract": lambda item, operand: item - operand,
    "multiply": lambda item, operand: item * operand,
    "divide": _numbers.divide,
    "power": _numbers.power,
    "modulo": _numbers.modulo,
    "square": lambda item, operand: _numbers.square(item),
}


@graft.node(
    id="calculator",
    version="1.0",
    summary="Applies one arithmetic operation to each number.",
    pure=True,
)
class CalculatorNode:
    """Applies one arithmetic operation to each number."""

    def __init__(
        self,
        operation: Annotated[
            Literal["add", "subtract", "multiply", "divide", "power", "modulo", "square"],
            graft.Param(doc="The operation to apply."),
        ] = "add",
        operand: Annotated[
            int | float, graft.Param(doc="The right-hand operand; square ignores it.")
        ] = 0,
    ):
        if operation not in _OPERATIONS:
            raise ValueError(f"unknown operation: {operation}")
        self._apply = _OPERATIONS[operation]
        self._operand = _numbers.number(operand)

    def process(self, item: int | float) -> int | float:
        return self._apply(_numbers.number(item), self._operand)
