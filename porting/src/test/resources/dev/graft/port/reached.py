"""Functions that only lines without a translation use are drafted, too."""

import re

import graft


@graft.node(id="reached", version="1.0", summary="Labels urls.", state={"seen": list})
class ReachedNode:
    """Labels urls."""

    def __init__(self):
        self.seen = []

    def process(self, item: str) -> object:
        parts = item.split("/")
        with self._lock(item):
            self.seen.append(self._shown(parts))
        shown = "-".join(parts)
        return {"hash": hash(item), "label": self.label(item), "top": [self.top(p, 2) for p in parts], "shown": shown}

    def label(self, url):
        known = {"/": "home"}.get(url, url)
        return re.sub("[0-9]+", self._number, known)

    def top(self, part, most):
        return part[:most]

    def _lock(self, name):
        return open(name + _ending(len(name)))

    def _number(self, match):
        return "#"

    def _shown(self, parts):
        return len(parts) + 1

    def unused(self, x):
        return x


def _ending(size):
    return "." + str(size)
