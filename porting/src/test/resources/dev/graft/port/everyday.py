"""Rounding and dicts that are made of others."""

from __future__ import annotations

import math
import math as m
from math import ceil, floor as down
from typing import Annotated, TypedDict

import graft


class Mark(TypedDict):
    at: int
    name: str
    took: float


class Report(TypedDict):
    at: int
    name: str
    took: float
    sums: list[object]


@graft.node(
    id="everyday", version="1.0", summary="Rounds.", pure=True, state={"last": Mark | None, "marks": list[Mark]}
)
class EverydayNode:
    """Rounds."""

    def __init__(
        self,
        digits: Annotated[int, graft.Param(doc="How exact.")] = 2,
    ):
        self._digits = digits
        self.last: Mark | None = None
        self.marks: list[Mark] = []

    def process(self, item: object) -> Report:
        sums = []
        if isinstance(item, float):
            sums = [math.floor(item), m.ceil(item), down(item), round(item, self._digits), round(item, -1)]
        elif isinstance(item, int):
            sums = [math.floor(item), ceil(item), round(item, self._digits), round(item, -2), round(item)]
        elif isinstance(item, list):
            sums = [round(self._mean(item), 3), round(self._first(item), self._digits), math.ceil(self._first(item))]
        elif isinstance(item, str):
            known = {"a": item, "b": 1}
            more = {**known, "c": len(item), "a": 2, **{"b": 3, "d": None}}
            sums = [known, more, {"z": 0, **more}, list({**more, **known})]
        elif isinstance(item, dict):
            sums = [{**item}, {**item, "a": 1}, {"a": item, **item, "b": 2}, {**item, **item}]
        self.marks.append({"at": len(self.marks), "name": "mark", "took": 0.25})
        mark = self.marks[-1]
        self.marks.append({**mark, "took": 0.5, "at": mark["at"] + 1})
        later = {"more": 1, **mark, "at": 7}
        sums.append(later)
        self.last = {**mark, "name": "last"}
        return {**mark, "sums": sums}

    def _mean(self, items) -> float:
        total = 0.0
        for each in items:
            total += math.floor(each) / 3
        return total

    def _first(self, items) -> float:
        return items[0] if items else math.floor(2.5)
