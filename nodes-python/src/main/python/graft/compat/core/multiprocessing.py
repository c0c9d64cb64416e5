"""The place of the registration decorators in later versions of the older package."""

from graft.compat.nodes.registration import python_requires, register_node, streaming_node

__all__ = ["python_requires", "register_node", "streaming_node"]
