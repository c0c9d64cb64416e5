"""Whether a node takes the whole stream in one call, or one item in each.

An older class says so itself, with ``is_streaming``; but later ones used that flag for nodes with
many outputs. So the manifest may say what is meant.
"""

from graft.errors import ConfigurationError
from graft.signatures import is_async_generator


def takes_whole_stream(node, process, is_source, streaming, notice):
    """For a class that is streaming, as it or the manifest says.

    ``notice(text)`` is told of a class that says so but has another shape, if there is one to tell.
    """
    fits = not is_source and is_async_generator(process)
    if streaming == "item":
        return False
    name = type(node).__name__
    if streaming == "whole":
        if not fits:
            raise ConfigurationError(
                f'streaming: "whole" needs a class that takes an iterator and yields, '
                f"as 'async def process(self, items): … yield'; {name}.process does not. "
                'Remove it, or say "streaming": "item"'
            )
    elif not fits and not is_source and notice is not None:
        notice(
            f"{name} says is_streaming, but its process is no asynchronous generator, so it gets "
            'one item at a time; say "streaming": "item" if that is meant'
        )
    return fits
