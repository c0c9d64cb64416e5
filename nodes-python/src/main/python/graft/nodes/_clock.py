"""The time of the run. One place, so that a test can set it."""


def now(node):
    """The time, with its zone."""
    from datetime import datetime, timezone

    return datetime.now(timezone.utc)
