"""What the JVM evaluates first in a fresh interpreter that cannot read files.

Stands alone, and imports only what every interpreter has loaded by itself: each module more is paid
for by each context. The JVM calls ``install(find, find_library)`` and gets the module
``graft.inprocess`` back. Both are host functions of a module's full name that return none, or
``[path, source, is_package]``: ``find`` serves the package ``graft`` and the siblings of node files,
``find_library`` the standard library. Where the JVM has the code of a module already, the number and
the size of the block that it is come after that; the JVM has called ``open_exchange`` before.
"""

import marshal
import posix
import sys
from _frozen_importlib import ModuleSpec


class Blocks:
    """Whole blocks of memory that cross between the JVM and this interpreter, each with a number.

    They are in a file that is none: at the position ``number`` is the block. Reading and writing it
    moves all of it at once; any other way into bytes, or out of them, goes byte by byte.
    """

    def __init__(self, path):
        # Kept, because the doors of the sandbox are closed later.
        self._open = posix.open
        self._path = path
        self._file = posix.open(path, posix.O_RDWR)
        self._last = 0

    def get(self, number, size):
        """The block that the JVM put."""
        try:
            posix.lseek(self._file, number, 0)
        except OSError:
            self._reopen()
            posix.lseek(self._file, number, 0)
        return posix.read(self._file, size)

    def put(self, data):
        """Puts bytes, or a view of them; returns their number."""
        self._last += 1
        try:
            posix.lseek(self._file, self._last, 0)
        except OSError:
            self._reopen()
            posix.lseek(self._file, self._last, 0)
        posix.write(self._file, data)
        return self._last

    def _reopen(self):
        """A node closed files that it had not opened, as daemons do."""
        self._file = self._open(self._path, posix.O_RDWR)


_blocks = None


class _SourceLoader:
    def __init__(self, path, source, code=None):
        self.path = path
        self.source = source
        self.code = code

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.code
        if code is None:
            code = compile(self.source, self.path, "exec", dont_inherit=True)
        exec(code, module.__dict__)

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
        code = None
        if len(found) > 3:
            code = marshal.loads(_blocks.get(found[3], found[4]))
        loader = _SourceLoader(str(found[0]), str(found[1]), code)
        spec = ModuleSpec(fullname, loader, origin=loader.path, is_package=bool(found[2]))
        spec.has_location = True
        return spec


class _OwnFinder(_Finder):
    """Comes first, and offers the package ``graft`` alone.

    Else whoever reads files would look for it before, and list the folders of the library for that:
    in each interpreter anew.
    """

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "graft" or fullname.startswith("graft."):
            return super().find_spec(fullname)
        return None


class _LibraryFinder(_Finder):
    """Comes right before the finder that reads files, and offers the same modules.

    An engine whose contexts share code parses equal texts once, as long as they are held; what an
    interpreter reads from files by itself cannot be held, and is parsed again and again.
    """

    def __init__(self, find, folder):
        super().__init__(find)
        self.folder = folder

    def find_spec(self, fullname, path=None, target=None):
        spec = super().find_spec(fullname)
        if spec is not None:
            is_package = spec.submodule_search_locations is not None
            place = f"{self.folder}/{fullname.replace('.', '/')}"
            spec.origin = f"{place}/__init__.py" if is_package else f"{place}.py"
            if is_package:
                spec.submodule_search_locations.append(place)
        return spec


def open_exchange(path):
    """Blocks cross through the file at that path."""
    global _blocks
    _blocks = Blocks(path)


def library():
    """The folder of the standard library."""
    return sys.path[0]


def install(find, find_library=None):
    """Makes ``graft`` importable through ``find`` and returns ``graft.inprocess``."""
    if find_library is not None:
        names = [getattr(finder, "__name__", None) for finder in sys.meta_path]
        sys.meta_path.insert(names.index("PathFinder"), _LibraryFinder(find_library, library()))
    sys.meta_path.insert(0, _OwnFinder(find))
    sys.meta_path.append(_Finder(find))
    import graft.inprocess

    if _blocks is not None:
        graft.inprocess.use_blocks(_blocks)
    return graft.inprocess


def close_doors(leave):
    """See ``graft.sandbox``. The JVM has set ``granted`` and ``explain`` before."""
    from graft import sandbox

    told = globals()
    granted = str(told.get("granted", "")).split("\n")
    sandbox.close_doors(leave, granted, told.get("explain"))


def version():
    """The version of the interpreter."""
    return ".".join([str(number) for number in sys.implementation.version[:3]])
