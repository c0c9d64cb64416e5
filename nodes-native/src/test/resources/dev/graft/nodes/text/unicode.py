"""Writes unicode.txt, the case tables of this Python: what str.upper, lower and title look up.

    python3.12 unicode.py > ../../../../../../main/resources/dev/graft/nodes/text/unicode.txt

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


def ranges(name, has):
    first = None
    for code in range(sys.maxunicode + 2):
        inside = code <= sys.maxunicode and has(chr(code))
        if inside and first is None:
            first = code
        elif not inside and first is not None:
            print(name, f"{first:x} {code - 1:x}")
            first = None


print(f"# The case tables of Unicode {unicodedata.unidata_version}, as CPython has them.")
for code in range(sys.maxunicode + 1):
    c = chr(code)
    if c.upper() != c:
        print("upper", f"{code:x}", shown(c.upper()))
    if c.lower() != c:
        print("lower", f"{code:x}", shown(c.lower()))
    if c.title() != c.upper():
        print("title", f"{code:x}", shown(c.title()))
ranges("cased", is_cased)
ranges("ignorable", is_ignorable)
