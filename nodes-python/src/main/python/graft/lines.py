"""The source lines of loaded modules, for tracebacks.

``linecache`` is slow to import, so the texts wait here until somebody makes a traceback.
"""

_texts = {}


def remember(path, source):
    """Keeps the text of a file, which need not exist on disk."""
    _texts[path] = source


def source_of(path):
    """The text of a file that was loaded, or none."""
    return _texts.get(path)


def show():
    """Hands all texts to ``linecache``: they win over files on disk, which may have changed."""
    import linecache

    for path, source in _texts.items():
        linecache.cache[path] = (len(source), None, source.splitlines(True), path)
