"""Statements: assignments, branches, loops, errors, state."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal, TypedDict

    class Report(TypedDict):
        label: str
        total: int | float
        seen: int
        parts: list[str]

_LIMIT = 1000
_SKIPPED = ("skip", "none")


@graft.node(
    id="statements",
    version="1.2",
    summary="Sums what it is told.",
    pure=True,
    category="test",
    state={"seen": int, "names": list, "last": str},
    examples=[
        graft.Example(
            title="A list is summed.",
            params={"mode": "loud"},
            items=[[1, 2]],
            outputs=[
                {"label": "LIST", "total": 3, "seen": 1, "parts": ["1", "2"]},
                {"label": "list", "total": 1, "seen": 1, "parts": []},
            ],
        )
    ],
)
class StatementsNode:
    """Sums what it is told.

    Numbers count as they are; ``skip`` is skipped & <not> counted.
    """

    def __init__(
        self,
        mode: Annotated[Literal["plain", "loud"], graft.Param(doc="How labels are written.")] = "plain",
        limit: Annotated[int, graft.Param(doc="The largest sum.", min=1, unit="points")] = 100,
        prefix: Annotated[str | None, graft.Param(doc="What labels begin with.")] = None,
        weights: Annotated[list[float], graft.Param(doc="What to multiply with.", min_items=1)] = [1.0, 2.5],
    ):
        self._loud = mode == "loud"
        self._limit = limit
        self._prefix = prefix
        self._weights = weights
        self._open = False
        self.seen = 0
        self.names = []
        self.last = ""

    def initialize(self):
        self._open = True

    def process(self, item: object) -> Report:
        if item in _SKIPPED:
            return None
        if not self._open:
            raise graft.StateError("not open")
        total = 0
        parts = []
        if isinstance(item, list):
            label = "list"
            for each in item:
                if each is None:
                    continue
                total += each
                parts.append(str(each))
                if len(parts) > _LIMIT:
                    break
        elif isinstance(item, dict):
            label = "dict"
            for key, value in item.items():
                parts.append(f"{key}={value!r}")
                total = total + value
        elif type(item) in (int, float):
            label = "number"
            total = item
        else:
            raise TypeError(f"expected a list, a dict or a number, got {type(item).__name__}")
        if total > self._limit:
            raise OverflowError(f"{total} is more than {self._limit}")
        self.seen += 1
        self.names.append(label)
        self.last = label
        return {
            "label": self._label(label),
            "total": total,
            "seen": self.seen,
            "parts": parts,
        }

    def flush(self) -> Report:
        if not self.names:
            return None
        names, self.names = self.names, []
        return {"label": self.last, "total": len(names), "seen": self.seen, "parts": []}

    def _label(self, name):
        """A name as labels are written."""
        if self._loud:
            name = name.upper()
        return name if self._prefix is None else self._prefix + name
