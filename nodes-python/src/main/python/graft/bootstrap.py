"""What the JVM evaluates first in a fresh interpreter that cannot read files.

Stands alone: it imports nothing but ``sys``, so that its text can be evaluated as it is. The JVM
then calls ``install(find)`` and gets the module ``graft.inprocess`` back. ``find(fullname)`` is a
host function that returns none, or ``[path, source, is_package]``; it serves the package ``graft``
and the siblings of node files.
"""

import sys


class _SourceLoader:
    def __init__(self, path, source):
        self.path = path
        self.source = source

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__file__ = self.path
        exec(compile(self.source, self.path, "exec", dont_inherit=True), module.__dict__)

    def get_source(self, name):
        return self.source

    def is_package(self, name):
        return hasattr(sys.modules.get(name), "__path__")


class _Finder:
    """Comes last on ``sys.meta_path``: nothing it offers hides the standard library."""

    def __init__(self, find):
        self.find = find

    def find_spec(self, fullname, path=None, target=None):
        found = self.find(fullname)
        if found is None:
            return None
        from importlib.machinery import ModuleSpec

        loader = _SourceLoader(str(found[0]), str(found[1]))
        spec = ModuleSpec(fullname, loader, origin=loader.path, is_package=bool(found[2]))
        spec.has_location = True
        return spec


def install(find):
    """Makes ``graft`` importable through ``find`` and returns ``graft.inprocess``."""
    sys.meta_path.append(_Finder(find))
    import graft.inprocess

    return graft.inprocess
