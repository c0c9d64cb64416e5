"""Makes the module of a node that a manifest gives as a pickle instead of a file of source text."""

import hashlib

from graft import pickles
from graft.errors import ConfigurationError, IncompatiblePickleError

SYMBOL = "Payload"


def fill(module, unit):
    """Puts the node's class into its module. The bytes are those that the JVM has looked at."""
    payload = unit["payload"]
    with open(payload["path"], "rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() != payload["sha256"]:
        raise IncompatiblePickleError(f"{payload['path']} is another file than when the run was planned")
    try:
        body = pickles.body_of(data)
        found = pickles.revived(body)
    except IncompatiblePickleError as error:
        raise IncompatiblePickleError(f"payload {payload['path']}: {error}") from error.__cause__
    setattr(module, SYMBOL, found if isinstance(found, type) else _maker_of(body, type(found)))


def _maker_of(body, cls):
    """A class whose objects are what the pickle holds, a new one each time."""

    class Revived(cls):
        def __new__(kind, **params):
            if params:
                raise ConfigurationError(
                    f"the payload is an object that was made already: it takes no params, got {', '.join(params)}"
                )
            return pickles.revived(body)

        # Never called: it hides that of the class, whose parameters were given long ago.
        def __init__(self):
            pass

    Revived.__name__ = Revived.__qualname__ = cls.__name__
    return Revived
