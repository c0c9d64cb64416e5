"""Says what this Python is, as one line of JSON: ``probe.py``.

Run before anything else is known of a Python, so it is written for any version: one that is too old
must be able to say so. What is installed is found by names, nothing of it is imported.
"""

import json
import sys


def identity():
    """What any Python can tell of itself."""
    implementation = getattr(sys, "implementation", None)
    return {
        "graft": 1,
        "implementation": getattr(implementation, "name", "unknown"),
        "cache_tag": getattr(implementation, "cache_tag", None) or "none",
        "version": list(sys.version_info[:3]),
        "executable": sys.executable or "",
        "prefix": sys.prefix,
        "base_prefix": getattr(sys, "base_prefix", sys.prefix),
    }


def contents():
    """Versions by distribution, and the names of all modules that can be imported."""
    import pkgutil
    from importlib import metadata

    distributions = {}
    for found in metadata.distributions():
        name = _name_of(found)
        if name:
            # The first one on the path is the one that is imported.
            distributions.setdefault(name, found.version or "unknown")
    modules = set(sys.builtin_module_names)
    modules.update(module.name for module in pkgutil.iter_modules())
    for name, version in _without_metadata().items():
        distributions.setdefault(name, version)
    return {"distributions": distributions, "modules": sorted(modules)}


def _name_of(distribution):
    try:
        return distribution.metadata["Name"]
    except Exception:  # half of an installation that was removed
        return None


def _without_metadata():
    """The known packages that are there without saying so, such as those of the bundled Python."""
    import os

    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path.insert(0, root)
    try:
        from graft import environment

        return environment.packages(sys.path[1:])
    finally:
        sys.path.remove(root)


def main():
    """Prints the line."""
    found = identity()
    if sys.version_info >= (3, 9) and found["implementation"] == "cpython":
        found.update(contents())
    sys.stdout.write("\n" + json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
