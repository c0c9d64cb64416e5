"""The classes that values may name: those of loaded node files, and of imported modules.

A name never imports anything. What a node's file defines is named by its qualified name alone,
because the name of its module is Graft's own; all else has its module's name before it.
"""

import sys

from graft.errors import RefusedError

_units = []


def register(module_name):
    """A file of nodes was loaded under this name."""
    if module_name not in _units:
        _units.append(module_name)


def modules():
    """The modules of the loaded files of nodes."""
    return [sys.modules[name] for name in _units if name in sys.modules]


def name_of(cls):
    """The name by which another interpreter finds a class."""
    name = cls.__qualname__
    if "<locals>" in name:
        raise RefusedError(
            "TYPE", f"{cls.__name__} is defined inside a function; move it to the file's top level"
        )
    return name if cls.__module__ in _units else f"{cls.__module__}.{name}"


def find(name):
    """The class of a name; raises ``RefusedError`` if there is none, or more than one."""
    found = [
        cls
        for cls in (_member(sys.modules.get(unit), name) for unit in _units)
        if cls is not None and cls.__qualname__ == name and cls.__module__ in _units
    ]
    if len(found) > 1 and any(cls is not found[0] for cls in found):
        raise RefusedError("TYPE", f"several node files here define a class {name}")
    if found:
        return found[0]
    module, _, rest = name.rpartition(".")
    while module:
        cls = _member(sys.modules.get(module), rest)
        if cls is not None:
            return cls
        module, _, last = module.rpartition(".")
        rest = f"{last}.{rest}"
    raise RefusedError("TYPE", f"no class {name} is known here; import it in the node's file")


def _member(module, path):
    found = module
    for step in path.split("."):
        found = getattr(found, step, None)
    return found if isinstance(found, type) else None
