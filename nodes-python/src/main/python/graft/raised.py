"""An exception as data: its class, message and notes, its frames, what it came from.

What the text of a traceback says in words, so that the other side can show the frames in its own
stack traces. Bounded: an exception may come from thousands of others, and a recursion that ran away
has a thousand frames.
"""

# Of a long stack these many from either end are told.
_ENDS = 50
# All exceptions of one failure together.
MAX_EXCEPTIONS = 20


def raised(exception, hides):
    """``exception`` as the protocol has it. ``hides(frame)`` tells which frames are nobody's business."""
    return _Telling(hides).tell(exception)


class _Telling:
    def __init__(self, hides):
        self.hides = hides
        self.seen = set()

    def tell(self, exception):
        """None for what is not there, was told already, or comes too late."""
        if exception is None or id(exception) in self.seen or len(self.seen) >= MAX_EXCEPTIONS:
            return None
        self.seen.add(id(exception))
        cause = exception.__cause__
        if cause is None and not exception.__suppress_context__:
            cause = exception.__context__
        return {
            "type": type(exception).__qualname__,
            "message": message_of(exception),
            "notes": _notes(exception),
            "frames": self._frames(exception.__traceback__),
            "cause": self.tell(cause),
            "members": self._members(exception),
        }

    def _members(self, exception):
        members = getattr(exception, "exceptions", None)
        if not isinstance(members, tuple):
            return []
        told = [self.tell(member) for member in members if isinstance(member, BaseException)]
        return [member for member in told if member is not None]

    def _frames(self, trace):
        """``[file, line, function]``, the outermost first."""
        frames = []
        while trace is not None and self.hides(trace.tb_frame):
            trace = trace.tb_next
        while trace is not None:
            code = trace.tb_frame.f_code
            frames.append([code.co_filename, trace.tb_lineno or 0, code.co_name])
            trace = trace.tb_next
        return frames if len(frames) <= 2 * _ENDS else frames[:_ENDS] + frames[-_ENDS:]


def message_of(exception):
    """What ``str`` makes of it."""
    try:
        return str(exception)
    except Exception as error:
        return f"<the message cannot be shown: {type(error).__name__}>"


def _notes(exception):
    notes = getattr(exception, "__notes__", None)
    if not isinstance(notes, (list, tuple)):
        return []
    return [note for note in notes if isinstance(note, str)]
