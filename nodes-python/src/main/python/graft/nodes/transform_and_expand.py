"""The node ``transform-and-expand``."""

from __future__ import annotations

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, Literal, TypedDict

    class Form(TypedDict):
        text: str
        transform: Literal["upper", "lower", "reverse", "double"]


@graft.node(
    id="transform-and-expand",
    version="1.0",
    summary="Emits several forms of each text.",
    pure=True,
)
class TransformAndExpandNode:
    """Emits several forms of each text, lazily, in the order of the parameter."""

    def __init__(
        self,
        transforms: Annotated[
            list[Literal["upper", "lower", "reverse", "double"]],
            graft.Param(doc="The forms, in order.", min_items=1),
        ] = ["upper", "lower", "reverse"],
    ):
        self._transforms = transforms

    def process(self, item: str) -> Iterator[Form]:
        if not isinstance(item, str):
            raise TypeError(f"expected a str, got {type(item).__name__}")
        for name in self._transforms:
            yield {"text": _FORMS[name](item), "transform": name}


_FORMS = {
    "upper": str.upper,
    "lower": str.lower,
    "reverse": lambda text: text[::-1],
    "double": lambda text: text + text,
}
