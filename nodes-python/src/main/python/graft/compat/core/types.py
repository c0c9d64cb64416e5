"""The mark of the end of a stream: one object, compared by identity."""

_SENTINEL = object()
