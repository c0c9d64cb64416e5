"""The node ``validator``."""

from __future__ import annotations

import graft

from . import _numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Rules(TypedDict):
        required_fields: list[str] | None
        min_value: int | float | None
        max_value: int | float | None
        allowed_types: list[str] | None

    class Validated(TypedDict):
        original: object
        validation_id: int
        is_valid: bool
        errors: list[dict[str, object]]
        warnings: list[object]


@graft.node(
    id="validator",
    version="1.0",
    summary="Says of each item which rules it breaks.",
    pure=True,
    state={"count": int},
)
class ValidatorNode:
    """Says of each item which rules it breaks; items are numbered, and never refused."""

    def __init__(
        self,
        rules: Annotated[Rules, graft.Param(doc="What an item must satisfy; each rule may be left out.")],
        strict_mode: Annotated[
            bool, graft.Param(doc="Whether to stop at the first rule that is broken.")
        ] = False,
    ):
        self._fields = rules.get("required_fields") or []
        self._limits = [
            (name, _numbers.number(rules[name]))
            for name in ("min_value", "max_value")
            if rules.get(name) is not None
        ]
        self._types = rules.get("allowed_types")
        self._strict = strict_mode
        self.count = 0

    def process(self, item: object) -> Validated:
        errors = []
        for error in self._errors(item):
            errors.append(error)
            if self._strict:
                break
        self.count += 1
        return {
            "original": item,
            "validation_id": self.count,
            "is_valid": not errors,
            "errors": errors,
            "warnings": [],
        }

    def _errors(self, item):
        if isinstance(item, dict):
            for field in self._fields:
                if field not in item:
                    yield {"rule": "required_fields", "field": field}
        if _numbers.is_number(item):
            for name, limit in self._limits:
                # NaN is neither, so it breaks both.
                if not (item >= limit if name == "min_value" else item <= limit):
                    yield {"rule": name, "limit": limit, "value": item}
        if self._types is not None and type(item).__name__ not in self._types:
            yield {
                "rule": "allowed_types",
                "type": type(item).__name__,
                "allowed": list(self._types),
            }
