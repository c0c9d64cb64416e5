"""The older pipeline: importable, because node files import it, but refused inside a node."""

from graft.errors import UnsupportedError


class Pipeline:
    """Refuses to be made."""

    def __init__(self, *arguments, **keywords):
        raise UnsupportedError(
            "a pipeline cannot run inside a node: write the nodes into a manifest instead"
        )
