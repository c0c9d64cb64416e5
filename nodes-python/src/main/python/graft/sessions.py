"""The session that an item belongs to."""


def session_id_of(value):
    """``session_id`` of a dict, or of the dict that ends a tuple of two or more; else none."""
    cls = type(value)
    if cls is dict:
        return value.get("session_id")
    if cls is tuple and len(value) >= 2 and type(value[-1]) is dict:
        return value[-1].get("session_id")
    return None
