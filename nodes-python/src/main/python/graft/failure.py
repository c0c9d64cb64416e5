"""A failure, as the caller gets it: phase, kind, class, message and the full traceback.

The text is what CPython would print, with source lines and chained causes, but without the frames
of this host at its top. ``traceback`` is imported only here, because it is slow to import.
"""

from graft import denial, kinds, lines
from graft.errors import MissingPackageError
from graft.raised import message_of, raised
from graft.surrogates import readable

# Modules of the package whose frames are the author's business.
_SHOWN = ("graft.nodes", "graft.compat")

# Of more sessions than these that failed in one call it is only told what failed.
_TRACED = 20


class Failure(Exception):
    """Raised by the host; ``data`` is the failure of the protocol."""

    def __init__(self, data):
        super().__init__(data["message"])
        self.data = readable(data)

    def of_session(self, key):
        """The same, of the session with a key; of none if that is none."""
        if key is not None:
            self.data["session"] = readable(key if type(key) is str else repr(key))
        return self


def failure_of(exception, phase, index=None, emitted=0):
    """The failure of an exception that a node, its module or the host raised."""
    denied = denial.explanation(exception)
    missing, message = _missing_of(exception)
    if denied is not None:
        # Another backend could do what this one may not: that is no reason to go there.
        missing, message = None, f"{message_of(exception)} ({denied})"
    kind = kinds.kind_of(exception)
    if missing is not None and phase in ("load", "open"):
        kind = kinds.UNSUPPORTED
    return Failure(
        {
            "phase": phase,
            "index": index,
            "kind": kind,
            "type": type(exception).__name__,
            "message": message,
            "traceback": traceback_of(exception),
            "missing": missing,
            "emitted": emitted,
            "raised": raised(exception, _is_host),
        }
    )


def together(failures):
    """The first of the failures of one call, with all others in it."""
    first, *others = failures
    for failure in others[_TRACED - 1 :]:
        failure.data.update(traceback=None, raised=None)
    if others:
        first.data["others"] = [failure.data for failure in others]
    return first


def _missing_of(exception):
    if isinstance(exception, MissingPackageError):
        return exception.missing, str(exception)
    if isinstance(exception, ModuleNotFoundError) and exception.name:
        where = _importer(exception.__traceback__)
        return exception.name, f"missing package: {exception.name} (imported at {where})"
    if isinstance(exception, ImportError) and _is_native(exception):
        where = _importer(exception.__traceback__)
        name = exception.name or "a native library"
        return name, f"missing package: {name} (imported at {where}): {message_of(exception)}"
    return None, message_of(exception)


def _is_native(exception):
    """Whether a module is there, but its native part cannot be loaded on this backend."""
    path = exception.path or ""
    return path.endswith((".so", ".pyd", ".dylib")) or "shared object" in message_of(exception)


def _importer(trace):
    """File and line of the last frame that is neither the host nor the import machinery."""
    where = "an unknown place"
    while trace is not None:
        frame = trace.tb_frame
        name = frame.f_code.co_filename
        if not (_is_host(frame) or name.startswith("<frozen") or "importlib" in name):
            where = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where


def traceback_of(exception):
    """The text that Python would print, with source lines, but without the host's frames."""
    try:
        import traceback

        lines.show()
        trace = exception.__traceback__
        while trace is not None and _is_host(trace.tb_frame):
            trace = trace.tb_next
        text = "".join(traceback.format_exception(type(exception), exception, trace))
        remote = getattr(exception, "remote_traceback", None)
        if remote:
            text = f"{text}\nRemote traceback:\n{remote}"
        return text
    except Exception as error:  # a broken __str__ or __notes__ must not hide the failure
        return f"{type(exception).__name__} (no traceback: {type(error).__name__}: {error})\n"


def _is_host(frame):
    name = frame.f_globals.get("__name__", "")
    if not isinstance(name, str) or not name.startswith("graft."):
        return False
    return not name.startswith(_SHOWN)
