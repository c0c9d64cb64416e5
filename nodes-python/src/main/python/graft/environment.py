"""The surroundings of a worker: where output goes, and which packages there are."""

import os
import sys

# Top-level packages that decide where a node can run.
_KNOWN = frozenset(
    (
        "av",
        "cloudpickle",
        "numpy",
        "pandas",
        "peft",
        "pyarrow",
        "scipy",
        "sklearn",
        "soundfile",
        "tensorflow",
        "torch",
        "transformers",
    )
)


def keep_output_away():
    """Sends standard output to standard error, at both levels, and closes standard input."""
    sys.stdout.flush()
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdout = sys.stderr


def packages(path=None):
    """Versions of the known packages, found by names of folders: nothing is imported."""
    found = {}
    for directory in sys.path if path is None else path:
        try:
            names = os.listdir(directory or ".")
        except OSError:
            continue
        for name in names:
            stem, extension = os.path.splitext(name)
            if extension in (".dist-info", ".egg-info") and "-" in stem:
                package, version = stem.split("-")[:2]
                if package in _KNOWN:
                    found[package] = version
            elif name in _KNOWN and name not in found:
                found[name] = _version_file(os.path.join(directory, name)) or "unknown"
    return dict(sorted(found.items()))


def _version_file(folder):
    """The version that a package without metadata writes down in its version module."""
    for name in ("version.py", "_version.py", "__init__.py"):
        try:
            with open(os.path.join(folder, name), encoding="utf-8") as lines:
                for line in lines:
                    left, _, right = line.partition("=")
                    if left.strip() in ("version", "__version__", "short_version"):
                        version = right.strip().strip("\"'")
                        if version[:1].isdigit():
                            return version
        except (OSError, UnicodeError):
            continue
    return None
