"""Whether an older class awaits its state manager: early versions were async, later ones sync.

The text decides: a file that awaits a call on ``self.state`` or ``get_session_state`` gets methods
whose results are awaitable, any other gets plain results.
"""

import sys

_known = {}


def awaits_state(cls):
    """Whether a class, or a class it derives from, awaits calls of its state manager."""
    found = _known.get(cls)
    if found is None:
        modules = {base.__module__ for base in cls.__mro__ if not _is_own(base.__module__)}
        found = _known[cls] = any(_module_awaits(name) for name in modules)
    return found


def _is_own(name):
    return name == "builtins" or name == "abc" or name.startswith("graft.")


def _module_awaits(name):
    module = sys.modules.get(name)
    loader = getattr(module, "__loader__", None)
    try:
        source = loader.get_source(name)
    except Exception:  # no loader, no text, a foreign loader: nothing is known of it
        return False
    return source is not None and _text_awaits(source)


def _text_awaits(source):
    # The words must be there at all before the slow import of ast is worth it.
    if "await" not in source or not ("self.state" in source or "get_session_state" in source):
        return False
    import ast

    for tree in ast.walk(ast.parse(source)):
        if isinstance(tree, ast.Await) and isinstance(tree.value, ast.Call):
            function = tree.value.func
            if isinstance(function, ast.Attribute) and (
                function.attr == "get_session_state" or _is_self_state(function.value)
            ):
                return True
    return False


def _is_self_state(tree):
    return getattr(tree, "attr", None) == "state" and getattr(tree.value, "id", None) == "self"
