"""The text rules that both languages follow, where a runtime's own ``str`` does not."""

from ._cased import is_cased

_SIGMAS = "\u03a3\u03c3\u03c2"


def title(text):
    """``str.title``: a character after one without case begins a word.

    GraalPy takes modifier letters, such as U+02B0, for characters without case.
    """
    if text.isascii():
        return text.title()
    # Which sigma is a final one only the whole text says.
    sigmas = iter([c for c in text.lower() if c in _SIGMAS])
    result = []
    in_word = False
    for c in text:
        lower = next(sigmas) if c in _SIGMAS else c.lower()
        result.append(lower if in_word else c.title())
        in_word = is_cased(c)
    return "".join(result)
