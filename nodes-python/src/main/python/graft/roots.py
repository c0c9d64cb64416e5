"""Finds sibling modules in the import roots of the loaded files.

Comes last on ``sys.meta_path``: a sibling never takes the place of an installed module. A file
that says which package it lives in finds its siblings as modules of that package, too. Where there
are no files (a sandbox) the roots are empty and the embedder's own finder does this job.
"""

import sys

# More than the second that a file's time is rounded to.
_SECONDS = 2


class _RootsFinder:
    def __init__(self):
        self.directories = []
        self.packages = set()

    def find_spec(self, fullname, path=None, target=None):
        parent = fullname.rpartition(".")[0]
        if not self.directories or parent and parent not in self.packages:
            return None
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(fullname, self.directories)
        if spec is not None and _was_just_written(spec):
            from graft.uncached import Uncached  # while somebody works on it

            spec.loader = Uncached(spec.loader.name, spec.loader.path)
        return spec


def _was_just_written(spec):
    """Whether another text of the same length may take the place of this one within the second.

    The bytecode of a module is known by length and time of its source, in whole seconds, and the
    old one would be run for the new text.
    """
    import os
    import time
    from importlib.machinery import SourceFileLoader

    if type(spec.loader) is not SourceFileLoader:
        return False
    try:
        return time.time() - os.stat(spec.origin).st_mtime < _SECONDS
    except OSError:
        return False


_finder = _RootsFinder()


def register(directories, package):
    """Adds import roots; files of ``package`` are looked for in them as its modules."""
    if not directories:
        return
    if _finder not in sys.meta_path:
        sys.meta_path.append(_finder)
    for directory in directories:
        if directory not in _finder.directories:
            _finder.directories.append(directory)
    if package:
        _finder.packages.add(package)
