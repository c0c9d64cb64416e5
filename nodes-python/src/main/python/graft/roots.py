"""Finds sibling modules in the import roots of the loaded files.

Comes last on ``sys.meta_path``: a sibling never takes the place of an installed module. A file
that says which package it lives in finds its siblings as modules of that package, too. Where there
are no files (a sandbox) the roots are empty and the embedder's own finder does this job.
"""

import sys


class _RootsFinder:
    def __init__(self):
        self.directories = []
        self.packages = set()

    def find_spec(self, fullname, path=None, target=None):
        parent = fullname.rpartition(".")[0]
        if not self.directories or parent and parent not in self.packages:
            return None
        from importlib.machinery import PathFinder

        return PathFinder.find_spec(fullname, self.directories)


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
