"""The node ``serialized-class-executor``."""

from __future__ import annotations

import base64

import cloudpickle  # noqa: F401 - without it the node cannot be loaded, and says so
import graft
from graft import pickles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Executed(TypedDict):
        result: object
        updated_serialized_object: object


@graft.node(
    id="serialized-class-executor",
    version="1.0",
    summary="Calls a method of a pickled object and hands both back.",
    category="python",
    effects=True,
    packages=["cloudpickle>=2"],
    permissions=["native"],
    limitations=[
        "A pickle is code: an item of this node may do whatever the user of the worker may do.",
        "A pickle runs only on the minor version of CPython that made it.",
    ],
)
class SerializedClassExecutorNode:
    """Unpickles an object, calls one method of it and pickles it again."""

    def process(self, item: dict[str, object]) -> Executed:
        if not isinstance(item, dict):
            raise TypeError(f"expected a dict, got {type(item).__name__}")
        given = item["serialized_object"]
        name = item["method_name"]
        data = _bytes_of(given)
        method = _method_of(name)
        args, kwargs = _arguments_of(item)
        has_header = pickles.has_header(data)
        target = pickles.unpickled(data) if has_header else pickles.revived(data)
        result = method(target)(*args, **kwargs)
        # Whoever knows no header gets none.
        updated = pickles.pickled(target) if has_header else pickles.bare(target)
        return {
            "result": result,
            "updated_serialized_object": base64.b64encode(updated).decode()
            if isinstance(given, str)
            else updated,
        }


def _bytes_of(given):
    if isinstance(given, str):
        try:
            return base64.b64decode(given, validate=True)
        except ValueError as error:
            raise ValueError(f"serialized_object is no base64: {error}") from None
    if isinstance(given, bytes):
        return given
    raise TypeError(f"serialized_object must be bytes or a base64 str, got {type(given).__name__}")


def _method_of(name):
    if not isinstance(name, str):
        raise TypeError(f"method_name must be a str, got {type(name).__name__}")
    if name.startswith("_"):
        raise ValueError(f"method_name: {name!r} is private")

    def bound(target):
        try:
            method = getattr(target, name)
        except AttributeError:
            raise KeyError(f"{type(target).__name__} has no method {name!r}") from None
        if not callable(method):
            raise TypeError(f"{name!r} of {type(target).__name__} is not callable")
        return method

    return bound


def _arguments_of(item):
    args = item.get("method_args")
    kwargs = item.get("method_kwargs")
    if args is not None and not isinstance(args, (list, tuple)):
        raise TypeError(f"method_args must be a list, got {type(args).__name__}")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError(f"method_kwargs must be a dict, got {type(kwargs).__name__}")
    return args or (), kwargs or {}
