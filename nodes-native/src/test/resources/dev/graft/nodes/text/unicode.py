"""Writes unicode.txt, the case tables of this Python: what str.upper, lower and title look up.

    python3.12 unicode.py > …/sdk-api/src/main/resources/dev/graft/py/unicode.txt
    python3.12 unicode.py cased > …/nodes-python/src/main/python/graft/nodes/_cased.py

The second one is for Python itself: not every runtime knows what is cased.

``upper``, ``lower`` and ``title`` lines have a code point and what it becomes, where that is
something else (title: something else than upper gives). ``cased`` and ``ignorable`` lines have the
first and last code point of a range with the property of that name (Unicode 3.13, D135 and D136).
Python has no way to ask for these two; they show in how its neighbours are mapped.
"""

import sys
import unicodedata


def shown(text):
    return " ".join(f"{ord(c):x}" for c in text)


def is_cased(c):
    # What follows a cased code point is lower in a title.
    return (c + "a").title().endswith("a")


def is_ignorable(c):
    # A sigma is final if what precedes it, ignorable ones apart, is cased.
    after_letter = ("A" + c + "\u03a3").lower().endswith("\u03c2")
    after_space = (" " + c + "\u03a3").lower().endswith("\u03c2")
    return after_letter and not after_space


def ranges(has):
    first = None
    for code in range(sys.maxunicode + 2):
        inside = code <= sys.maxunicode and has(chr(code))
        if inside and first is None:
            first = code
        elif not inside and first is not None:
            yield first, code - 1
            first = None


def tables():
    print(f"# The case tables of Unicode {unicodedata.unidata_version}, as CPython has them.")
    for code in range(sys.maxunicode + 1):
        c = chr(code)
        if c.upper() != c:
            print("upper", f"{code:x}", shown(c.upper()))
        if c.lower() != c:
            print("lower", f"{code:x}", shown(c.lower()))
        if c.title() != c.upper():
            print("title", f"{code:x}", shown(c.title()))
    for name, has in (("cased", is_cased), ("ignorable", is_ignorable)):
        for first, last in ranges(has):
            print(name, f"{first:x} {last:x}")


def module():
    print(f'''"""The cased code points of Unicode {unicodedata.unidata_version}, written by unicode.py."""

from bisect import bisect_right

# The first code point of a range and the first one after it, in turn.
_BORDERS = (''')
    line = "   "
    for border in [border for first, last in ranges(is_cased) for border in (first, last + 1)]:
        if len(line) + len(f" {border:#x},") > 100:
            print(line)
            line = "   "
        line += f" {border:#x},"
    print(line)
    print(''')


def is_cased(c):
    """Whether a character has upper or lower case, or is one of either."""
    if c.isascii():
        return c.isalpha()
    return bisect_right(_BORDERS, ord(c)) % 2 == 1''')


module() if sys.argv[1:] == ["cased"] else tables()
