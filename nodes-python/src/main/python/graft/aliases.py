"""The package names under which older classes know Graft.

``{"oldpkg": "graft.compat"}`` makes ``oldpkg`` and everything below it importable. A single name
can be mapped as well: ``{"core.exceptions.OldError": "graft.errors.GraftError"}``, with or without
the package in front. A module that the alias lacks raises ``ModuleNotFoundError``, never gives a
dummy: older classes guard optional imports and then branch.
"""

import sys

from graft.errors import ConfigurationError

# What belongs to a module itself and is not copied into its alias.
_OWN = ("__name__", "__loader__", "__package__", "__spec__", "__file__", "__path__", "__cached__")

_packages = {}
_names = {}


def register(wanted):
    """Adds the aliases of a unit; the same alias may come again, but not for something else."""
    for old, new in wanted.items():
        known = _names if _is_name(new) else _packages
        if known.setdefault(old, new) != new:
            raise ConfigurationError(
                f"the alias {old} stands for {known[old]} already, it cannot be {new} too"
            )
    if wanted and not any(isinstance(finder, _AliasFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _AliasFinder())
    for old in list(_names):
        _apply_to_loaded(old)


def _is_name(target):
    last = target.rpartition(".")[2]
    return last[:1].isupper()


class _AliasFinder:
    def find_spec(self, fullname, path=None, target=None):
        for old, new in _packages.items():
            if fullname != old and not fullname.startswith(old + "."):
                continue
            real = new + fullname[len(old) :]
            module = _import(real)
            if module is None:
                return None
            from importlib.machinery import ModuleSpec

            is_package = hasattr(module, "__path__")
            spec = ModuleSpec(fullname, _AliasLoader(module, old), is_package=is_package)
            return spec
        return None


class _AliasLoader:
    def __init__(self, real, package):
        self._real = real
        self._package = package

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        for name, value in self._real.__dict__.items():
            if name not in _OWN:
                module.__dict__.setdefault(name, value)
        for old, new in _names.items():
            _apply(module, self._package, old, new)


def _apply_to_loaded(old):
    for package in _packages:
        for name in (package, package + ".core.exceptions", package + ".core"):
            module = sys.modules.get(name)
            if module is not None:
                _apply(module, package, old, _names[old])


def _apply(module, package, old, new):
    """Sets a single name in its module, and in the package itself, which offers all exceptions."""
    place, _, attribute = old.rpartition(".")
    absolute = (place, package + "." + place if place else package)
    if module.__name__ in absolute or module.__name__ == package:
        setattr(module, attribute, _resolve(new))


def _resolve(target):
    module, _, attribute = target.rpartition(".")
    found = _import(module)
    if found is None or not hasattr(found, attribute):
        raise ConfigurationError(f"an alias stands for {target}, which does not exist")
    return getattr(found, attribute)


def _import(name):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        if error.name and (name == error.name or name.startswith(error.name + ".")):
            return None
        raise
    return sys.modules[name]
