"""The metadata convention of the older package: the dict that ends a tuple of two or more."""

_KEYS = ("session_id", "metadata", "user_name", "timestamp")


def split_data_metadata(data):
    """``(x, md)`` gives ``x, md``; ``(a, b, md)`` gives ``(a, b), md``; else ``data, None``."""
    if isinstance(data, tuple) and len(data) >= 2 and _is_metadata(data[-1]):
        return (data[0] if len(data) == 2 else data[:-1]), data[-1]
    return data, None


def merge_data_metadata(data, metadata):
    """The reverse; without metadata the data stays as it is."""
    if metadata is None:
        return data
    if isinstance(data, tuple):
        return data + (metadata,)
    return (data, metadata)


def _is_metadata(value):
    return isinstance(value, dict) and any(key in value for key in _KEYS)
