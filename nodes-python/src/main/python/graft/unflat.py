"""Reads what the other side laid out flat: the reverse of ``graft.flat``.

Depth is counted, so that no input can exhaust the stack.
"""

from graft import parts
from graft.errors import RefusedError, ValueRefusedError
from graft.flat import (
    BIG_INT,
    BYTES,
    DICT_OF,
    DICT_OF_STRS,
    FALSE,
    FLOAT,
    FLOATS,
    INT,
    INTS,
    LIST_OF,
    MADE_OF,
    NONE,
    QUICK_DEPTH,
    STR,
    STRS,
    TRUE,
    TUPLE_OF,
)
from graft.walk import MAX_DEPTH, too_deep


def decode(flat, root="in"):
    """The one value of a flat sequence."""
    return Reader(flat, root).value()


class Reader:
    """A position in a flat sequence, which must support slices."""

    __slots__ = ("flat", "at", "root")

    def __init__(self, flat, root, at=0):
        self.flat = flat
        self.at = at
        self.root = root

    def value(self, depth=0):
        """The next value."""
        flat = self.flat
        at = self.at
        tag = flat[at]
        if tag == INT or tag == STR or tag == FLOAT:
            self.at = at + 2
            return flat[at + 1]
        if tag < LIST_OF:
            return self._leaf(tag)
        if depth > QUICK_DEPTH:
            return self._deep(depth)
        count = flat[at + 1]
        self.at = at + 2
        if tag == DICT_OF_STRS:
            result = {}
            for _ in range(count):
                at = self.at
                key = flat[at]
                inner = flat[at + 1]
                if inner == INT or inner == STR or inner == FLOAT:
                    result[key] = flat[at + 2]
                    self.at = at + 3
                else:
                    self.at = at + 1
                    result[key] = self.value(depth + 1)
            return result
        if INTS <= tag <= STRS:
            end = at + 2 + count
            self.at = end
            return list(flat[at + 2 : end])
        if tag == LIST_OF:
            return [self.value(depth + 1) for _ in range(count)]
        if tag == MADE_OF:
            self.at = at + 3
            inner = depth + parts.level_of(count)
            return self._made(count, [self.value(inner) for _ in range(flat[at + 2])])
        items = [self.value(depth + 1) for _ in range(count if tag == TUPLE_OF else 2 * count)]
        return self._assembled(tag, items)

    def _leaf(self, tag):
        self.at += 1
        if tag == NONE:
            return None
        if tag == TRUE:
            return True
        if tag == FALSE:
            return False
        content = self.flat[self.at]
        self.at += 1
        if tag == BIG_INT:
            return int(content, 16)
        if tag == BYTES:
            return content.encode("latin-1")
        return content

    def _made(self, code, pieces):
        try:
            return parts.put_together(code, pieces)
        except RefusedError as error:
            raise ValueRefusedError(error.kind, self.root, error.reason) from None

    def _assembled(self, tag, items):
        if tag == LIST_OF:
            return items
        if tag == TUPLE_OF:
            return tuple(items)
        if tag != DICT_OF and tag != DICT_OF_STRS:
            raise ValueRefusedError("INTERNAL", self.root, f"unknown tag {tag}")
        try:
            made = dict(zip(items[::2], items[1::2]))
        except Exception as error:  # hashing runs code of the keys' classes
            refused = parts.unhashable("a dict", error)
            raise ValueRefusedError(refused.kind, self.root, refused.reason) from None
        if len(made) * 2 != len(items):
            raise ValueRefusedError("INVALID", self.root, parts.EQUAL_KEYS)
        return made

    def _deep(self, depth):
        """Reads without recursion: a stack of (tag, code, items still missing, items)."""
        flat = self.flat
        stack = []
        while True:
            tag = flat[self.at]
            if stack and stack[-1][0] == DICT_OF_STRS and len(stack[-1][3]) % 2 == 0:
                self.at += 1
                stack[-1][3].append(tag)  # a key, which has no tag
            elif tag < LIST_OF:
                stack[-1][3].append(self._leaf(tag))
            elif INTS <= tag <= STRS:
                if depth == MAX_DEPTH:
                    raise ValueRefusedError("RANGE", self.root, too_deep())
                end = self.at + 2 + flat[self.at + 1]
                run = list(flat[self.at + 2 : end])
                self.at = end
                if not stack:
                    return run
                stack[-1][3].append(run)
            else:
                depth += self._open(tag, stack)
                if depth > MAX_DEPTH:
                    raise ValueRefusedError("RANGE", self.root, too_deep())
            while len(stack[-1][3]) == stack[-1][2]:
                tag, code, _, items = stack.pop()
                depth -= 1 if tag != MADE_OF else parts.level_of(code)
                whole = (
                    self._made(code, items) if tag == MADE_OF else self._assembled(tag, items)
                )
                if not stack:
                    return whole
                stack[-1][3].append(whole)

    def _open(self, tag, stack):
        """Puts the container that begins here on the stack; tells how many levels it adds."""
        at = self.at
        if tag == MADE_OF:
            code = self.flat[at + 1]
            stack.append((tag, code, self.flat[at + 2], []))
            self.at = at + 3
            return parts.level_of(code)
        count = self.flat[at + 1]
        self.at = at + 2
        stack.append((tag, 0, count if tag in (LIST_OF, TUPLE_OF) else 2 * count, []))
        return 1
