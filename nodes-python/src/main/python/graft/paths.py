"""The names of places inside a value, as errors show them: ``out.items[3].name``."""


def at_index(path, index):
    return f"{path}[{index}]"


def at_key(path, key):
    """The place of a dict's value."""
    if type(key) is str and key.isidentifier():
        return f"{path}.{key}"
    shown = repr(key)
    return f"{path}[{shown if len(shown) <= 60 else shown[:57] + '...'}]"


def of_key(path, position):
    """The place of a dict's key: the key itself may be what cannot be shown."""
    return f"{path}.keys()[{position}]"
