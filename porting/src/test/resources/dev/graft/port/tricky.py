"""What looks simple and is not: each line that says so must be marked, and no other."""

import graft


class Base:
    def __init__(self):
        self.from_base = 1


@graft.node(id="tricky", version="1.0", summary="Looks simple.", state={"items": list})
class TrickyNode(Base):
    """Looks simple."""

    LIMIT = 3

    def __init__(self):
        super().__init__()  # MARK: base in this file
        self.items = []

    @property
    def first(self):
        return self.items[0]

    @staticmethod
    def twice(value):
        return value * 2

    def process(self, item: object) -> object:
        if item is self.items:  # MARK: identity
            return None
        self.first = item  # MARK: property
        a = b = item  # MARK: two targets
        for each in self.items:  # MARK: changed while it is gone through
            self.items.append(each)
        x, y = 1, 2
        x, y = y, x  # MARK: they change places
        value = self.from_base  # MARK: set elsewhere
        text = f"{item:>10}"  # MARK: format
        half = item[::2]  # MARK: step
        lazy = (each for each in self.items)  # MARK: lazy
        self.items.sort(key=len)  # MARK: keyword
        other = {1: "a"}  # MARK: keys that are no str
        both = {**item, "a": 1}  # MARK: it may be no dict
        near = round(1.5, item)  # MARK: digits that may be no int
        try:  # MARK: the except below
            value = self.items[0]
        except LookupError:  # no kind is that alone
            value = None
        del self.items[0]
        assert item
        while True:
            if len(self.items) > self.LIMIT:
                return self.twice(item)
            self.items.append(item)
