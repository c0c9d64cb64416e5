"""The nodes of the older package, lazily: access to one imports just that one.

Old class names are not mapped to new contracts; what is found here are Graft's own nodes by the
names of their classes.
"""


def __getattr__(name):
    if name.startswith("_") or not name.endswith("Node"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    words = "".join("_" + c.lower() if c.isupper() else c for c in name[:-4]).lstrip("_")
    module_name = f"graft.nodes.{words}"
    try:
        module = __import__(module_name, fromlist=[name])
        return getattr(module, name)
    except (ModuleNotFoundError, AttributeError):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
