"""Compiles and runs one file of nodes as a module of its own, with a unique name.

The source comes as text and is never spliced with data. Relative imports resolve against the
package that the file says it lives in; siblings are found in the import roots.
"""

import sys

from graft import aliases, classes, lines, roots
from graft.errors import ProtocolError

_Module = type(sys)


class SourceLoader:
    """Answers ``get_source``, so that a node's own use of ``traceback`` shows its lines."""

    def __init__(self, path):
        self._path = path

    def get_source(self, name):
        return lines.source_of(self._path)


class Unit:
    """A loaded module, and what the host has to know about its text."""

    __slots__ = ("module", "may_use_asyncio")

    def __init__(self, module, may_use_asyncio):
        self.module = module
        self.may_use_asyncio = may_use_asyncio


def load(unit):
    """Runs the module of a unit."""
    name = unit["module"]
    path = unit["path"]
    source = unit["source"]
    package = unit.get("package") or ""
    if not name or name.startswith("graft.") and not name.startswith("graft.nodes."):
        raise ProtocolError(f"a unit cannot be called {name!r}")
    aliases.register(unit.get("aliases") or {})
    roots.register(unit.get("roots") or (), package)
    lines.remember(path, source)
    payload = unit.get("payload")
    code = None if payload else compile(source, path, "exec", dont_inherit=True)
    module = _Module(name)
    module.__file__ = path
    module.__package__ = package
    module.__loader__ = SourceLoader(path)
    previous = sys.modules.get(name)
    # dataclasses, pickle and type hints look a class's module up by name.
    sys.modules[name] = module
    classes.register(name)
    try:
        if payload:
            from graft import payloads  # few nodes are given as one

            payloads.fill(module, unit)
        else:
            exec(code, module.__dict__)
    except BaseException:
        if previous is None:
            del sys.modules[name]
        else:
            sys.modules[name] = previous
        raise
    return Unit(module, bool(payload) or "asyncio" in source or "anyio" in source)
