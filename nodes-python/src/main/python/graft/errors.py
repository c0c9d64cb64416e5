"""The exceptions of Graft, both for authors and for the host itself.

The older package's family (``PipelineError`` and so on) lives here too, so that the base class of
all of them is one and the alias modules can offer it under the old names.
"""


import sys

if sys.implementation.name == "graalpy":
    # What an embedder throws into this interpreter to stop it. It strikes again at each call, so it
    # is let through by whoever meets it: only then does the embedder learn where it struck first.
    from polyglot import ForeignException as Interrupt
else:

    class Interrupt(BaseException):
        """Never raised here."""


class GraftError(Exception):
    """Base of all errors of Graft."""


class PipelineError(GraftError):
    """A pipeline cannot be built or run."""


class NodeError(GraftError):
    """A node failed; the author may raise it."""


class RemoteExecutionError(GraftError):
    """Something failed elsewhere; its traceback is shown below the local one."""

    def __init__(self, message="", remote_traceback=None):
        super().__init__(message)
        self.remote_traceback = remote_traceback


class WebRTCError(GraftError):
    """A media connection failed."""


class SerializationError(GraftError):
    """A value cannot be written or read."""


class IncompatiblePickleError(SerializationError, ValueError):
    """A pickle is damaged, or of another runtime."""


class ConfigurationError(GraftError):
    """Parameters or settings are wrong."""


class StateError(GraftError):
    """An operation came at the wrong time, such as before ``initialize``."""


class UnsupportedError(GraftError):
    """This backend cannot do what the node asks for."""


class MissingPackageError(UnsupportedError):
    """A module that the node imports unguarded does not exist here."""

    def __init__(self, message, missing):
        super().__init__(message)
        self.missing = missing


class DeadlineExceeded(BaseException):
    """A call took longer than it may. No ``except Exception`` stops it; clean up and let it pass."""


class NotFoundError(GraftError):
    """A named thing does not exist."""


class ProtocolError(GraftError):
    """The other side asked for something that makes no sense."""


class RefusedError(GraftError):
    """A value cannot cross, said by who does not know where in the whole it is."""

    def __init__(self, kind, reason):
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


class ValueRefusedError(GraftError):
    """A value cannot cross the border. The path says which one."""

    def __init__(self, kind, path, reason):
        super().__init__(f"{path}: {reason}")
        self.kind = kind
        self.path = path
