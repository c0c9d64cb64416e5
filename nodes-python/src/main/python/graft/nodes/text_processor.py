"""The node ``text-processor``."""

from __future__ import annotations

import graft

from . import _text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal, TypedDict

    class Processed(TypedDict):
        original_text: str
        operations: list[str]
        results: dict[str, object]


@graft.node(
    id="text-processor",
    version="1.0",
    summary="Applies text operations and collects their results.",
    pure=True,
)
class TextProcessorNode:
    """Applies operations to each text; a dict with ``text`` may name its own."""

    def __init__(
        self,
        operations: Annotated[
            list[
                Literal[
                    "uppercase",
                    "lowercase",
                    "title_case",
                    "reverse",
                    "char_count",
                    "word_count",
                    "first_word",
                    "last_word",
                    "remove_spaces",
                ]
            ],
            graft.Param(doc="The operations, unless the item names some."),
        ] = ["uppercase"],
    ):
        self._operations = operations

    def process(self, item: object) -> Processed:
        text, operations = self._task(item)
        results = {}
        for name in operations:
            operation = _OPERATIONS.get(name) if isinstance(name, str) else None
            if operation is None:
                raise ValueError(f"unknown operation: {name!r}; known are {', '.join(_OPERATIONS)}")
            results[name] = operation(text)
        return {"original_text": text, "operations": list(operations), "results": results}

    def _task(self, item):
        operations = self._operations
        if isinstance(item, dict):
            operations = item.get("operations", operations)
            item = item["text"]
        if not isinstance(item, str):
            raise TypeError(f"expected a str, got {type(item).__name__}")
        if not isinstance(operations, list):
            raise TypeError(f"operations must be a list, got {type(operations).__name__}")
        return item, operations


_OPERATIONS = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "title_case": _text.title,
    "reverse": lambda text: text[::-1],
    "char_count": len,
    "word_count": lambda text: len(text.split()),
    "first_word": lambda text: text.split(None, 1)[0] if text.strip() else "",
    "last_word": lambda text: text.split()[-1] if text.strip() else "",
    "remove_spaces": lambda text: text.replace(" ", ""),
}
