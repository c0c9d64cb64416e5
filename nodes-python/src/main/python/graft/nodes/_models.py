"""Loading models: where, as what type, by whom, and once for all sessions of a node."""

from importlib import import_module

import graft

# One worker serves one node, which has an object for each session: they share what is large.
_loaded = {}


def device_of(wanted):
    """The device that is wanted, else the first there is of cuda, mps and cpu."""
    if wanted is not None:
        return wanted
    torch = _torch()
    if torch is None:
        return "cpu"
    if torch.cuda.is_available():
        return "cuda"
    mps = getattr(torch.backends, "mps", None)
    return "mps" if mps is not None and mps.is_available() else "cpu"


def dtype_of(wanted, device):
    """The name of the type; the cpu computes half types slowly or not at all, so it gets float32."""
    if wanted in ("float16", "bfloat16") and device.partition(":")[0] == "cpu":
        return "float32"
    return wanted


def torch_dtype(name):
    """What the libraries take for a name; ``auto`` and none they take as they are."""
    if name is None or name == "auto":
        return name
    import torch

    return getattr(torch, name)


def shared(loader, load, **arguments):
    """What ``load(**arguments)`` gives, or the loader in its place; loaded once for equal arguments.

    An error of either is the node's error: nothing else is tried.
    """
    key = (loader, load, repr(arguments))
    if key not in _loaded:
        factory = load if loader is None else _factory(loader)
        _loaded[key] = factory(**arguments)
    return _loaded[key]


def _factory(loader):
    module, _, attribute = loader.partition(":")
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise  # the loader is there and lacks something itself
        raise graft.ConfigurationError(
            f"loader: there is no module {module!r}; install it in the worker's Python, or name "
            "its folder in python.roots of the manifest"
        ) from None
    for name in attribute.split("."):
        if not hasattr(found, name):
            raise graft.ConfigurationError(f"loader: {module!r} has no {attribute!r}")
        found = getattr(found, name)
    if not callable(found):
        raise graft.ConfigurationError(f"loader: {loader!r} cannot be called")
    return found


def _torch():
    try:
        import torch
    except ModuleNotFoundError:
        return None
    return torch
