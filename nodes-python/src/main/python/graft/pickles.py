"""Pickles that say which Python made them.

A pickle of a class or a function holds bytecode, which only the minor version that made it can run:
another one may crash on it, or compute something else. So a header stands before it, one line of
text, and is compared before anything is unpickled:

    graft-pickle 1 {"runtime": "cpython-312", "python": "3.12", "sha256": "…", "needs": ["cloudpickle"]}

A pickle is code: whoever unpickles it runs it.
"""

import sys

from graft.errors import IncompatiblePickleError, MissingPackageError, UnsupportedError

MARK = b"graft-pickle 1 "

# A header is one short line; what has none within this much is damaged.
_LONGEST_HEADER = 4096


def runtime():
    """The tag of this runtime: equal tags mean equal bytecode."""
    return sys.implementation.cache_tag or sys.implementation.name


def pickled(value):
    """The bytes of a value with their header. Classes and functions of node files go along."""
    body = _dumps(value)
    import hashlib
    import json

    header = {
        "runtime": runtime(),
        "python": "%d.%d" % sys.version_info[:2],
        "sha256": hashlib.sha256(body).hexdigest(),
        "needs": ["cloudpickle"],
    }
    return MARK + json.dumps(header).encode() + b"\n" + body


def unpickled(data):
    """The value of such bytes. Refuses what another runtime made before anything is unpickled."""
    return revived(body_of(data))


def has_header(data):
    """Whether bytes say who made them."""
    return bytes(data[: len(MARK)]) == MARK


def body_of(data):
    """The pickle behind a header that fits this runtime."""
    if not has_header(data):
        raise IncompatiblePickleError("it has no header that says which Python made it")
    end = data.find(b"\n", 0, _LONGEST_HEADER)
    header = _header(data[len(MARK) : end]) if end > 0 else None
    if header is None:
        raise IncompatiblePickleError("its header is damaged")
    made_by = header.get("runtime")
    if made_by != runtime():
        raise IncompatiblePickleError(
            f"it was made by {made_by}, this is {runtime()}: bytecode does not cross versions of "
            f"Python; run it in an environment with Python {header.get('python')}, or make it anew"
        )
    body = data[end + 1 :]
    import hashlib

    if hashlib.sha256(body).hexdigest() != header.get("sha256"):
        raise IncompatiblePickleError("it is damaged: its content has another SHA-256 than its header says")
    return body


def revived(body):
    """The value of a bare pickle, made by who knows whom."""
    _refuse_other_runtimes()
    import pickle

    try:
        return pickle.loads(body)
    except Exception as error:
        raise IncompatiblePickleError(
            f"it cannot be unpickled: {type(error).__name__}: {error}"
        ) from error


def bare(value):
    """A pickle without a header, for those who know none."""
    return _dumps(value)


def _header(text):
    import json

    try:
        found = json.loads(text.decode())
    except ValueError:
        return None
    return found if type(found) is dict else None


def _dumps(value):
    _refuse_other_runtimes()
    try:
        import cloudpickle
    except ImportError:
        raise MissingPackageError(
            "missing package: cloudpickle, which pickles classes and functions; install it in this "
            "node's environment",
            "cloudpickle",
        ) from None
    from graft import classes

    # Modules of node files have names that nobody else can import.
    for module in classes.modules():
        if module.__name__ not in cloudpickle.list_registry_pickle_by_value():
            cloudpickle.register_pickle_by_value(module)
    return cloudpickle.dumps(value)


def _refuse_other_runtimes():
    if sys.implementation.name != "cpython":
        raise UnsupportedError(
            f"pickles of code work on CPython only, this is {sys.implementation.name}: run the node "
            'on "cpython"'
        )
