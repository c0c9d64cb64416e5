"""What a sandbox denied, in the words that a failure uses: the operation and the grant it lacks.

The interpreter's own errors of files say no more than ``Permission denied`` or ``No such file``.
The host remembers what it denied; it is asked when a failure is told, not when the error is raised.
"""

EACCES = 13

_explain = None


def message(what, permission):
    """The text of a denial."""
    return f'denied: {what}; grant it with "permissions": ["{permission}"]'


def explain_with(explain):
    """Sets who knows what was denied at a path; called once, where there is a sandbox."""
    global _explain
    _explain = explain


def explanation(exception):
    """What was denied, if the exception came of it and does not say so itself; else none."""
    if _explain is None:
        return None
    if not isinstance(exception, OSError):
        return None
    try:
        for path in (exception.filename, exception.filename2):
            found = _explain(path) if isinstance(path, str) else None
            if found is not None:
                return str(found)
    except Exception:  # a broken attribute of an author's class must not hide the failure
        return None
    return None
