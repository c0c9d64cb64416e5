"""The surface of the older package: what its node classes import, under any name they know.

An alias (``{"oldpkg": "graft.compat"}``) makes this package importable under the older name.
"""

from graft.compat.core.exceptions import (
    ConfigurationError,
    GraftError,
    NodeError,
    PipelineError,
    RemoteExecutionError,
    SerializationError,
    WebRTCError,
)
from graft.compat.core.node import Node, SessionState, StateManager
from graft.compat.pipeline import Pipeline
from graft.compat.remote import RemoteExecutorConfig

__all__ = [
    "ConfigurationError",
    "GraftError",
    "Node",
    "NodeError",
    "Pipeline",
    "PipelineError",
    "RemoteExecutionError",
    "RemoteExecutorConfig",
    "SerializationError",
    "SessionState",
    "StateManager",
    "WebRTCError",
]
