"""Expressions: operators and functions whose meaning differs between the languages."""

import graft


@graft.node(id="expressions", version="1.0", summary="Computes.", pure=True)
class ExpressionsNode:
    """Computes."""

    def process(self, item: list) -> list:
        if not isinstance(item, list):
            raise TypeError("no list")
        a = item[0]
        b = item[1]
        count = len(item)
        half = count // 2
        rest = -count % 3
        ratio = count / 4
        share = round(ratio, 1)
        whole = int(ratio)
        both = [a == b, a != b, a < b, a >= b, a and b, not a, a in [b, 1]]
        sums = [a + b, a * 2, abs(count - 5), min(count, 3), max(a, b), round(ratio), half, rest]
        text = str(a) + "!" + repr(b)
        cut = text[1:-1]
        tail = item[-2:]
        words = [word.upper() for word in text.split() if word]
        named = {"a": a, "n": count, "t": (a, b)}
        named["cut"] = cut
        spread = [*tail, whole]
        wide = 3 < count < 10
        joined = "-".join(words)
        back = text[::-1]
        first = named.get("none", 0) or "nothing"
        return [both, sums, text, cut, named, spread, wide, joined, back, first, share, 7 if count else "none"]
