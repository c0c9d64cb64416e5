"""The node ``range-generator``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, TypedDict

    class Step(TypedDict):
        value: int


@graft.node(
    id="range-generator",
    version="1.0",
    summary="Emits the ints of a range.",
    pure=True,
)
class RangeGeneratorNode:
    """Emits the ints of a range, lazily, as ``range`` counts them."""

    def process(self, item: object) -> Iterator[Step]:
        value, end, step = _bounds(item)
        # Counted by hand: a range of more than sys.maxsize items is refused on some runtimes.
        while value < end if step > 0 else value > end:
            yield {"value": value}
            value += step


def _bounds(item):
    if not isinstance(item, dict):
        number = _numbers.number(item)
        if number != number:
            raise ValueError("the end of the range is NaN")
        return 0, int(number), 1
    start, end, step = (
        _int(item, name, default) for name, default in (("start", 0), ("end", 10), ("step", 1))
    )
    if step == 0:
        raise ValueError("the step is 0")
    return start, end, step


def _int(item, name, default):
    value = item.get(name, default)
    if type(value) is not int:
        raise TypeError(f"{name} must be an int, got {type(value).__name__}")
    return value
