"""Opened nodes of one interpreter that hand their values on among themselves.

Objects pass from node to node as they are; only what the last node emits leaves. What each node
took and emitted is counted as if they stood apart.
"""

from graft.failure import Failure, failure_of
from graft.shapes import PLAIN, Outputs
from graft.straight import straight_way

# How many values may be handed on before it is asked whether anybody still wants any: a filter
# that lets nothing through must not make a run deaf to its end.
_PATIENCE = 32


class Chain:
    """The chain of some handles of a host.

    ``emit(value, waits)`` gets the outputs of the last node, ``rejected(link, failure)`` the
    failures of all; both return whether to go on. ``wanted()`` asks the same.
    """

    __slots__ = (
        "_host",
        "_handles",
        "_instances",
        "_last",
        "_emits",
        "_rejected",
        "_wanted",
        "_taken",
        "_patience",
        "emitted",
        "through",
        "put",
    )

    def __init__(self, host, handles, emit, rejected, wanted):
        self._host = host
        self._handles = handles
        self._rejected = rejected
        self._wanted = wanted
        self._taken = [0] * len(handles)
        self._patience = _PATIENCE
        self._instances = host.instances(handles)
        self._last = last = len(handles) - 1
        self.emitted = [0] * len(handles)
        # How many items the last node took straight: every node took them, and all but the last
        # one emitted them; the other counts are without them.
        self.through = [0]
        self._emits = [self._hand_on(link) for link in range(last)] + [self._let_out(last, emit)]
        # ``put(index, value)`` takes an item through all nodes. It returns an output of the last
        # one if that came straight and is an int or a str; all others are emitted.
        self.put = straight_way(self, self._instances)

    def turn(self, index, link, result):
        """What an item's node gave back when it was nothing that the next can simply take."""
        if link != self._last:
            self._came_to(link)
        outputs = Outputs(self._emits[link])
        try:
            outputs.take(result, self._instances[link].lane)
        except BaseException as error:
            number = self._number(index, link)
            self._rejected(link, failure_of(error, "step", number, outputs.count))

    def fail(self, index, link, error):
        """What a node raised when an item came to it straight."""
        self._came_to(link)
        self._rejected(link, failure_of(error, "step", self._number(index, link)))

    def take_back(self, index, error):
        """The output that was returned last cannot leave."""
        self.emitted[self._last] -= 1
        number = self._number(index, self._last)
        self._rejected(self._last, failure_of(error, "step", number))

    def refuse(self, index, error):
        """An item that could not be read."""
        self._rejected(0, failure_of(error, "step", index))

    def flush(self):
        """Ends the input of one node after the other."""
        for link, handle in enumerate(self._handles):
            try:
                wanted = self._host.flush(handle, self._emits[link])
            except Failure as failure:
                wanted = self._rejected(link, failure)
            if wanted is False or not self._wanted():
                return

    def traffic(self):
        """``[taken, emitted, …]``"""
        through = self.through[0]
        counts = []
        for link, (taken, emitted) in enumerate(zip(self._taken, self.emitted)):
            counts += (taken + through, emitted if link == self._last else emitted + through)
        return counts

    def _came_to(self, link):
        """Counts an item that came straight to a link, but not through the last one."""
        for before in range(link):
            self._taken[before] += 1
            self.emitted[before] += 1
        self._taken[link] += 1

    def _number(self, index, link):
        """Which of its items a link took last, if the item of the chain was this one."""
        return index if link == 0 else self._taken[link] + self.through[0] - 1

    def _take(self, link, value):
        """One value from a link on; false if no more is wanted.

        As long as each node gives back one plain value this is a loop: what nodes do in turn can
        be compiled as a whole, what they do inside one another only in part.
        """
        taken = self._taken
        last = self._last
        while True:
            number = taken[link] + self.through[0]
            taken[link] += 1
            outputs = Outputs(self._emits[link])
            try:
                instance = self._instances[link]
                value = instance.call(None, value)
                if link == last or type(value) not in PLAIN:
                    return outputs.take(value, instance.lane)
            except BaseException as error:
                return self._rejected(link, failure_of(error, "step", number, outputs.count))
            if not self._counts_on(link):
                return False
            link += 1

    def _counts_on(self, link):
        """Counts an output that is handed on; false if nobody wants it any more."""
        self.emitted[link] += 1
        self._patience -= 1
        if self._patience >= 0:
            return True
        self._patience = _PATIENCE
        return self._wanted()

    def _hand_on(self, link):
        def hand_on(value, _):
            return self._counts_on(link) and self._take(link + 1, value)

        return hand_on

    def _let_out(self, link, emit):
        emitted = self.emitted

        def let_out(value, waits):
            wanted = emit(value, waits)
            emitted[link] += 1
            return wanted

        return let_out
