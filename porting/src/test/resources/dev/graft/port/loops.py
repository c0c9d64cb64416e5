"""Loops of all kinds, and values whose type only the running node knows."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator

_PAIRS = (("a", 1), ("b", 2.5))


@graft.node(id="loops", version="1.0", summary="Goes round.", pure=True, state={"total": float, "rounds": int})
class LoopsNode:
    """Goes round."""

    def __init__(
        self,
        step: Annotated[int, graft.Param(doc="How far each round goes.", min=1, max=5)] = 2,
        scale: Annotated[float, graft.Param(doc="What to multiply with.")] = 0.5,
    ):
        self._step = step
        self._scale = scale
        self.total = 0.0
        self.rounds = 0

    def process(self, item: list) -> Iterator[object]:
        if not isinstance(item, list):
            raise TypeError("no list")
        self.rounds += 1
        for index in range(len(item), -1, -2):
            if index % 3 == 1:
                continue
            yield index
        for name, weight in _PAIRS:
            yield {"name": name, "weight": weight * self._scale}
        for position, each in enumerate(item):
            if position > 6:
                break
            if isinstance(each, float) and each == each:
                self.total += each * self._scale
            yield (position, each, -position // self._step)
        number = self.rounds
        power = 1
        while number > 0:
            number, rest = divmod(number, 2)
            power = power * 7 + rest
        yield power
        yield self._middle(item)
        yield from self._parts(item, 2)
        yield item[-1:] == item[len(item) - 1 :] or self.total

    def flush(self) -> Iterator[object]:
        yield [self.rounds, self.total, 2**70 // 3, -7 // 2, -7 % 3, 7.5 // 2, round(2.5), abs(-3)]

    def _middle(self, item):
        """The item in the middle, or nothing."""
        if not item:
            return "nothing"
        low, high = 0, len(item)
        while high - low > 1:
            middle = (low + high) // 2
            if middle * 2 <= len(item):
                low = middle
            else:
                high = middle
        return item[low]

    def _parts(self, item, size):
        start = 0
        while start < len(item):
            yield item[start : start + size]
            start += size
