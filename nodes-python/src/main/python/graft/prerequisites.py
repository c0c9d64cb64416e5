"""Whether the packages that a node declares are there: all that are missing, in one reason.

Nothing is imported: a package may take seconds to import, and a node may never need it.
"""

import sys

from graft.errors import MissingPackageError


def check(packages):
    """Refuses a node that lacks something. ``packages`` are ``[distribution, module]``."""
    missing = sorted(name for name, module in packages if not _is_there(name, module))
    if missing:
        raise MissingPackageError("missing: " + ", ".join(missing), missing[0])


def _is_there(name, module):
    module = module.partition(".")[0]
    return module in sys.modules or _is_module(module) or _is_distribution(name)


def _is_module(module):
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _is_distribution(name):
    """A distribution may be called otherwise than its modules."""
    if sys.implementation.name == "graalpy":
        return False  # nothing is installed there, and the look would cost more than the node
    from importlib import metadata

    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
