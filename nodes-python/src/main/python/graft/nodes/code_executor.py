"""The node ``code-executor``."""

from __future__ import annotations

import builtins

import graft
from graft import guarded, lines
from graft.construction import fresh

from . import _narrowed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypedDict

    class Executed(TypedDict):
        input: object
        result: object


_BUILTINS = frozenset(
    "len str int float bool list dict tuple set print range enumerate zip sorted reversed sum max "
    "min abs round ord chr isinstance hasattr getattr setattr".split()
)
_SAFE_IMPORTS = ("math", "json", "base64")


@graft.node(
    id="code-executor",
    version="1.0",
    summary="Runs Python code that comes as a parameter or in the items.",
    category="python",
    effects=True,
    permissions=["exec"],
    isolated=True,
    limitations=[
        "The short list of builtins is no border: code may do whatever the node may do.",
        "In a worker that is whatever the user may do; in the sandbox it is what was granted.",
    ],
    examples=[
        graft.Example(
            params={"code": "result = sum(input_data)"},
            items=[{"input": [1, 2, 3]}, {"code": "result = len(input_data)", "input": "text"}],
            outputs=[{"input": [1, 2, 3], "result": 6}, {"input": "text", "result": 4}],
        )
    ],
)
class CodeExecutorNode:
    """Runs a text of Python code for each item and emits what it leaves in ``result``."""

    def __init__(
        self,
        code: Annotated[
            str | None, graft.Param(doc="The code, where an item brings none of its own.")
        ] = None,
        input_data: Annotated[
            object, graft.Param(doc="The variable input_data, where an item brings no input.")
        ] = None,
        enable_safe_imports: Annotated[
            bool, graft.Param(doc="Whether the code may import math, json and base64.")
        ] = False,
        allowed_modules: Annotated[
            list[str], graft.Param(doc="Further modules that the code may import.")
        ] = [],
    ):
        self._code = code
        self._input_data = input_data
        self._allowed = [*_SAFE_IMPORTS, *allowed_modules] if enable_safe_imports else allowed_modules
        self._names = {}
        self._compiled = (None, None)

    def initialize(self):
        guarded.guard()
        self._names = {
            "__name__": "__main__",
            guarded.ALLOWED: frozenset(self._allowed),
            **guarded.load(self._allowed),
        }

    def process(self, item: dict[str, object]) -> Executed:
        if not isinstance(item, dict):
            raise TypeError(f"expected a dict, got {type(item).__name__}")
        code, place = self._code_of(item)
        given = item["input"] if "input" in item else self._input_data
        # What the code does to its input is not seen in the item, nor by the next one.
        return {"input": given, "result": self._run(code, place, fresh(given))}

    def _code_of(self, item):
        code = item.get("code")
        if code is None:
            if self._code is None:
                raise ValueError("there is no code: give it as parameter 'code', or in the item")
            return self._code, "<code of the node>"
        if not isinstance(code, str):
            raise TypeError(f"code must be a str, got {type(code).__name__}")
        return code, "<code of the item>"

    def _run(self, code, place, input_data):
        lines.remember(place, code)
        # One namespace: with two, a comprehension would not see the names beside it.
        space = {**self._names, "input_data": input_data}
        space[_narrowed.OFFERED] = {name: getattr(builtins, name) for name in _BUILTINS}
        exec(self._compile(code, place), space)
        if "result" not in space:
            raise ValueError("the code sets no result: assign one, as in 'result = input_data'")
        return space["result"]

    def _compile(self, code, place):
        known, compiled = self._compiled
        if known != (code, place):
            compiled = _narrowed.compiled(code, place, _BUILTINS)
            self._compiled = ((code, place), compiled)
        return compiled
