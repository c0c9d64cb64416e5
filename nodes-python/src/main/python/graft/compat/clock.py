"""The clock of sessions. One place, so that a test can set it."""


def now():
    """The time of day; ``datetime`` is imported only where a session is made."""
    from datetime import datetime

    return datetime.now()
