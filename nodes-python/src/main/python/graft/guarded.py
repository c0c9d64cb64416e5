"""Imports for code that came as data: only what was named, and what is below it.

Such code is known by its namespace, which holds the names; all other imports go on as before.
"""

import builtins

ALLOWED = "__allowed_modules__"


def guard():
    """Looks at each import of this interpreter from now on."""
    proceed = builtins.__import__
    if getattr(proceed, "guards", False):
        return

    def __import__(name, globals=None, locals=None, fromlist=(), level=0):
        allowed = None if globals is None else globals.get(ALLOWED)
        if allowed is not None:
            _check(allowed, name, fromlist, level)
        return proceed(name, globals, locals, fromlist, level)

    __import__.guards = True
    builtins.__import__ = __import__


def load(names):
    """Imports modules, and returns those that a plain name can stand for, by that name.

    A module that is not there shows here, before any code runs.
    """
    found = {}
    for name in names:
        module = builtins.__import__(name)
        if "." not in name:
            found[name] = module
    return found


def _check(allowed, name, fromlist, level):
    # Without a list ``import a.b`` gives ``a``, and so all of it.
    given = name if fromlist else name.partition(".")[0]
    if level or not _covers(allowed, name) or not _covers(allowed, given):
        known = ", ".join(sorted(allowed)) if allowed else "none"
        raise ImportError(
            f"{name!r} may not be imported: name it in allowed_modules. Allowed: {known}"
        )


def _covers(allowed, name):
    while name not in allowed:
        name, dot, _ = name.rpartition(".")
        if not dot:
            return False
    return True
