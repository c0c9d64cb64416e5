"""State that may be none, which is an Optional in Java, and numbers that may be none."""

from __future__ import annotations

from typing import Annotated

import graft


@graft.node(
    id="optionals",
    version="1.0",
    summary="Keeps what it saw last.",
    pure=True,
    state={
        "last": int | None,
        "best": float | None,
        "name": str | None,
        "odd": bool | None,
        "parts": list[str] | None,
        "given": int | None,
        "count": int,
    },
)
class OptionalsNode:
    """Keeps what it saw last."""

    def __init__(
        self,
        most: Annotated[int | None, graft.Param(doc="So many are seen.")] = None,
        start: Annotated[int | None, graft.Param(doc="What was seen before.")] = None,
    ):
        self._most = most
        self.last: int | None = None
        self.best = 0.5
        self.name = "nobody"
        self.odd = None
        self.parts = None
        self.given = start
        self.count = 0

    def process(self, item: object) -> list[object]:
        before = self.last
        if self._most and self.count >= self._most:
            self.last = None
            self.name = None
        self.count += 1
        if isinstance(item, int) and not isinstance(item, bool):
            if self.last is None or item > self.last:
                self.last = item
            self.best = item / 4 if item > 0 else None
            self.odd = item % 2 == 1
            self.given += item
        elif isinstance(item, str):
            self.name = item
            self.best = len(item) * 0.25
            self.odd = None
            self.parts = item.split()
        elif isinstance(item, list):
            self.last = len(item)
            self.given = self.count
        if self.name is not None and self.name != "nobody" and self.odd is None:
            self.last = before
        known = "nothing" if self.last is None else str(self.last)
        truths = [bool(self.last), bool(self.odd), not self.best, self.last == before, self._most == self.last]
        least = self._least(self.last, before)
        return [self.last, self.best, self.name, self.odd, self.parts, self.given, before, known, truths, least]

    def _least(self, a, b):
        if a is None or b is None:
            return f"{a} or {b}"
        return a - b if a < b else b

    def flush(self) -> list[object] | None:
        if self.last is not None:
            return [self.last]
        return None
