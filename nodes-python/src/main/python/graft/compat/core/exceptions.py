"""The older family of exceptions. Its base had the product's name: an alias maps that one."""

from graft.errors import (
    ConfigurationError,
    GraftError,
    NodeError,
    PipelineError,
    RemoteExecutionError,
    SerializationError,
    WebRTCError,
)

__all__ = [
    "ConfigurationError",
    "GraftError",
    "NodeError",
    "PipelineError",
    "RemoteExecutionError",
    "SerializationError",
    "WebRTCError",
]
