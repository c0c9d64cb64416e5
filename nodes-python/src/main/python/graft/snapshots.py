"""What moves when an object moves to another interpreter.

A declared state is exactly the declared fields: that is what a twin in another language knows. An
undeclared (older) class moves with ``__getstate__`` or its attributes, without what belongs to
the place (``state`` and ``logger``), plus the sessions of its state manager.
"""

from graft import clock
from graft.errors import StateError

_OF_THE_PLACE = ("state", "logger", clock.ATTRIBUTE)


def declared_fields(cls):
    """The names of the declared state, or none for a class without a decorator."""
    declaration = getattr(cls, "__graft__", None)
    return None if declaration is None else tuple(declaration.state)


def take(node):
    """The state of an object; none if it is declared to have none."""
    fields = declared_fields(type(node))
    if fields is None:
        return _take_undeclared(node)
    if not fields:
        return None
    return {name: _read(node, name) for name in fields}


def put_declared(node, state):
    """Sets the declared fields."""
    fields = declared_fields(type(node))
    for name in state:
        if name not in fields:
            raise StateError(f"{type(node).__name__} declares no state '{name}'")
    for name in fields:
        if name not in state:
            raise StateError(f"the state of {type(node).__name__} lacks '{name}'")
        setattr(node, name, state[name])


def revive(cls, state):
    """Makes an object of an undeclared class without calling ``__init__``."""
    node = cls.__new__(cls)
    attributes = state.get("attributes")
    if hasattr(node, "__setstate__"):
        node.__setstate__(attributes)
    elif attributes:
        node.__dict__.update(attributes)
    sessions = state.get("sessions")
    manager = getattr(node, "state", None)
    if sessions is not None and hasattr(manager, "restore_sessions"):
        manager.restore_sessions(sessions)
    return node


def _read(node, name):
    try:
        return getattr(node, name)
    except AttributeError:
        raise StateError(
            f"{type(node).__name__} declares the state '{name}' but has no such attribute"
        ) from None


def _take_undeclared(node):
    own = getattr(type(node), "__getstate__", None)
    if own is not None and own is not getattr(object, "__getstate__", None):
        attributes = node.__getstate__()
    else:
        attributes = dict(getattr(node, "__dict__", {}))
    if type(attributes) is dict:
        attributes = {
            name: value for name, value in attributes.items() if name not in _OF_THE_PLACE
        }
    manager = getattr(node, "state", None)
    sessions = None
    if hasattr(manager, "snapshot_sessions"):
        sessions = manager.snapshot_sessions()
    # A class without the flag is initialized anew: its resources belong to the place.
    initialized = getattr(node, "_is_initialized", True)
    return {"attributes": attributes, "sessions": sessions, "initialized": bool(initialized)}
