"""What the author of a node sees.

A node is a plain class with a ``process`` method. The decorator and the marker only record data:
a decorated class works in plain Python, without any runtime. Nothing heavy is imported here,
because a sandboxed interpreter pays for every import at its start.
"""

from graft.declaration import Declaration, Example, Number, Param, node
from graft.errors import (
    ConfigurationError,
    GraftError,
    NodeError,
    StateError,
    UnsupportedError,
)

__all__ = [
    "ConfigurationError",
    "Declaration",
    "Example",
    "GraftError",
    "NdArray",
    "NodeError",
    "Number",
    "Opaque",
    "Param",
    "StateError",
    "UnsupportedError",
    "array",
    "empty",
    "node",
    "now",
    "pickled",
    "unpickled",
]


def __getattr__(name):
    # Only nodes that use them pay for them.
    if name == "NdArray":
        from graft.ndarray import NdArray as found
    elif name == "array":
        from graft.ndarray import array as found
    elif name == "empty":
        from graft.arrays import empty as found
    elif name == "Opaque":
        from graft.opaque import Opaque as found
    elif name == "pickled":
        from graft.pickles import pickled as found
    elif name == "now":
        from graft.clock import now as found
    elif name == "unpickled":
        from graft.pickles import unpickled as found
    else:
        raise AttributeError(f"module 'graft' has no attribute '{name}'")
    globals()[name] = found
    return found
