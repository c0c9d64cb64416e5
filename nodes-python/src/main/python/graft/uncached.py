"""Modules of which no bytecode is kept."""

from importlib.machinery import SourceFileLoader


class Uncached(SourceFileLoader):
    """Loads a source file as Python does, and writes nothing beside it."""

    def set_data(self, path, data, *, _mode=0o666):
        pass
