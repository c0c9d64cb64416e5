"""The core of the older package."""

from graft.compat.core.node import Node, RemoteExecutorConfig, SessionState, StateManager

__all__ = ["Node", "RemoteExecutorConfig", "SessionState", "StateManager"]
