"""What a permission looks like; the rules of ``PermissionReader``, which reads them.

Paths are not resolved here: where relative ones start only the manifest knows.
"""

import re

_ALONE = ("network", "subprocess", "threads", "exec", "native")
_FORMS = (
    "known are read:PATH, write:PATH, env:NAME, env:*, network, subprocess, threads, host:CLASS, "
    "exec and native"
)
_VARIABLE = re.compile(r"[^=*\x00\s]+")
_CLASS = re.compile(r"[^\W\d][\w$]*(\.[^\W\d][\w$]*)+")


def complaint(text):
    """Why a text is no permission, or none."""
    kind, _, argument = text.partition(":")
    if kind in ("read", "write"):
        return None if argument.strip() else f"'{text}' lacks the path, as in '{kind}:data'"
    if kind == "env":
        good = argument == "*" or _VARIABLE.fullmatch(argument)
        return None if good else f"'{text}' must name one variable, as in 'env:HOME', or 'env:*'"
    if kind == "host":
        good = _CLASS.fullmatch(argument)
        return None if good else f"'{text}' must name one class in full, as in 'host:java.util.Map'"
    if kind not in _ALONE:
        return f"'{text}' is no permission; {_FORMS}"
    return None if text == kind else f"'{text}' takes nothing after it; write '{kind}'"
