"""Errors that are caught, asserted and raised; containers that are changed."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="errors",
    version="1.0",
    summary="Counts what it meets.",
    pure=True,
    state={"counts": dict, "seen": list},
)
class ErrorsNode:
    """Counts what it meets."""

    WORST = "worst"

    def __init__(self, most: Annotated[int, graft.Param(doc="How many to remember.", min=1)] = 3):
        self.most = most
        self.counts = {}
        self.seen = []

    def process(self, item: object) -> object:
        try:
            number = int(item)
        except ValueError:
            number = -1
        except (TypeError, KeyError):
            number = -2
        assert number != 13, f"{number} brings bad luck"
        if isinstance(item, str):
            before, found, after = item.partition("-")
            word = item.strip().rjust(4)
            self.counts[number] = self.counts.get(number, 0) + 1
            self.seen.insert(0, word)
            if item.find("x") >= 0 and len(after) < 3:
                raise RuntimeError(self.WORST + found + before)
        else:
            key = item if isinstance(item, (int, float)) else number
            self.counts[key] = self.counts.get(key, 0) + 1
            self.seen.append(item)
        while len(self.seen) > self.most:
            del self.seen[0]
        if len(self.counts) > 5:
            del self.counts[number]
        if any(each == number for each in self.seen):
            self.seen.remove(number)
        whole, rest = divmod(number, 7)
        fine = all(isinstance(each, str) for each in self.seen)
        many = {key: count for key, count in self.counts.items() if count > 1}
        return [whole, rest, fine, many, self.counts, len(self.seen)]
