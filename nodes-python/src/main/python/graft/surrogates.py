"""Code points that are half of a surrogate pair, which Python's texts may hold and Java's too.

What Java cannot hold is a high one right before a low one: there the two are one character. A value
with such a text is refused (``docs/values.md``); a message for people just shows the character.
"""

import sys

_FIRST = "\ud800"
REASON = (
    "holds a high surrogate and then a low one as two characters; in Java the two are one."
    ' Join them with s.encode("utf-16", "surrogatepass").decode("utf-16")'
)


# GraalPy's encoder takes two halves for one character.
_CAN_TELL = sys.implementation.name != "graalpy"


def splits_pair(text):
    """Whether a text cannot cross. Quick for texts without any half of a pair."""
    if text.isascii():
        return False
    if _CAN_TELL:
        try:
            text.encode()
            return False
        except UnicodeEncodeError:
            pass
    elif max(text) < _FIRST:
        return False
    return any(_is_pair(high, low) for high, low in zip(text, text[1:]))


def readable(data):
    """What is told about a failure, each text such that it can cross."""
    if type(data) is str:
        return _joined(data) if splits_pair(data) else data
    if type(data) is dict:
        return {key: readable(value) for key, value in data.items()}
    if type(data) is list:
        return [readable(value) for value in data]
    return data


def _joined(text):
    chars = []
    for char in text:
        if chars and _is_pair(chars[-1], char):
            high = ord(chars.pop()) - 0xD800
            char = chr(0x10000 + (high << 10) + ord(char) - 0xDC00)
        chars.append(char)
    return "".join(chars)


def _is_pair(high, low):
    return "\ud800" <= high <= "\udbff" and "\udc00" <= low <= "\udfff"
