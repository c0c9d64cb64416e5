"""The node ``pass-through``."""

import graft


@graft.node(
    id="pass-through",
    version="1.0",
    summary="Emits each item unchanged.",
    pure=True,
)
class PassThroughNode:
    """Emits each item unchanged."""

    def process(self, item: object) -> object:
        return item
