"""Descriptors: those of the SDK's nodes are pinned, those of plain classes as good as their text."""

import datetime
import decimal
import textwrap
import unittest
import uuid

from graft.describe import describe
from graft.syntax.plain import kebab
from support import sdk_unit, unit

ANY, INT, STR, NUMBER = ({"kind": kind} for kind in ("any", "int", "str", "number"))
LIST = {"kind": "list", "item": ANY}
NONE_STATE = {"scope": "none", "fields": []}


def optional(inner):
    return {"kind": "optional", "type": inner}


def record(**fields):
    return {"kind": "record", "fields": [{"name": n, "type": t} for n, t in fields.items()]}


def enum(*choices):
    return {"kind": "enum", "choices": list(choices)}


def of_set(item, frozen):
    return {"kind": "set", "item": item, "frozen": frozen}


def union(tag, *variants):
    return {"kind": "union", "tag": tag, "variants": list(variants)}


def param(name, found, default, doc, *constraints):
    return {
        "name": name,
        "type": found,
        "required": False,
        "default": default,
        "doc": doc,
        "unit": None,
        "sensitive": False,
        "constraints": list(constraints),
    }


def contract(id, summary, taken, given, params=(), state=NONE_STATE):
    return {
        "id": id,
        "version": "1.0",
        "summary": summary,
        "params": list(params),
        "inputs": [{"name": "in", "type": taken}],
        "outputs": [{"name": "out", "type": given}],
        "state": state,
        "purity": "pure",
    }


def keyed(name, found):
    return {"scope": "keyed", "fields": [{"name": name, "type": found}]}


PINNED = [
    contract("pass-through", "Emits each item unchanged.", ANY, ANY),
    contract(
        "calculator",
        "Applies one arithmetic operation to each number.",
        NUMBER,
        NUMBER,
        [
            param(
                "operation",
                {
                    "kind": "enum",
                    "choices": [
                        "add",
                        "subtract",
                        "multiply",
                        "divide",
                        "power",
                        "modulo",
                        "square",
                    ],
                },
                "add",
                "The operation to apply.",
            ),
            param("operand", NUMBER, 0, "The right-hand operand; square ignores it."),
        ],
    ),
    contract(
        "buffer",
        "Collects items into lists of a fixed size.",
        ANY,
        LIST,
        [param("size", INT, 10, "How many items make one list.", {"kind": "min", "value": 1})],
        keyed("items", LIST),
    ),
    contract(
        "filter",
        "Keeps the items whose number lies within the limits.",
        ANY,
        ANY,
        [
            param(
                "min_value",
                optional(NUMBER),
                None,
                "The smallest number to keep; no lower limit if absent.",
                {"kind": "at_most", "param": "max_value"},
            ),
            param(
                "max_value",
                optional(NUMBER),
                None,
                "The largest number to keep; no upper limit if absent.",
            ),
            param(
                "key",
                optional(STR),
                None,
                "The dict key whose number is tested; the item itself if absent.",
            ),
        ],
    ),
    contract(
        "counter",
        "Numbers the items as they pass.",
        ANY,
        record(value=ANY, count=INT),
        [param("initial_count", INT, 0, "The count before the first item.")],
        keyed("count", INT),
    ),
    contract("double", "Doubles each number.", NUMBER, NUMBER),
    contract("add-ten", "Adds ten to each number.", NUMBER, NUMBER),
    contract(
        "format",
        "Renders each number or text as a labelled line.",
        ANY,
        record(result=ANY, formatted=STR),
    ),
    contract(
        "repeat",
        "Emits the multiples of each number, from zero up.",
        NUMBER,
        record(index=INT, value=NUMBER),
        [param("count", INT, 5, "How many multiples to emit.", {"kind": "min", "value": 0})],
    ),
]


def described(source):
    return describe(unit(textwrap.dedent(source)))


def errors(body, header=""):
    source = f"""
import graft
from typing import *
{textwrap.dedent(header)}
@graft.node(id="n", version="1.0", summary="S.")
class N:
{textwrap.indent(textwrap.dedent(body), "    ")}
"""
    return [item["error"] for item in describe(unit(source)) if "error" in item]


class PinnedTest(unittest.TestCase):
    maxDiff = None

    def test_sdk_nodes(self):
        for pinned in PINNED:
            with self.subTest(pinned["id"]):
                items = describe(sdk_unit(pinned["id"].replace("-", "_")))
                self.assertEqual(len(items), 1)
                self.assertEqual(items[0]["contract"], pinned)
                implementation = items[0]["implementation"]
                self.assertTrue(implementation["decorated"])
                self.assertFalse(implementation["open_params"])
                self.assertEqual(implementation["language"], "python")
                self.assertEqual(
                    implementation["symbol"],
                    pinned["id"].title().replace("-", "") + "Node",
                )


class HintsTest(unittest.TestCase):
    def output(self, hint, header="", body="return x"):
        (item,) = described(f"""
from __future__ import annotations
import typing as t
import graft
from typing import *
{header}
class N:
    def process(self, x: {hint}) -> {hint}:
        {body}
""")
        return item["contract"]["inputs"][0]["type"], item["contract"]["outputs"]

    def test_types(self):
        for hint, found in {
            "int": INT,
            "object": ANY,
            "Any": ANY,
            "t.Any": ANY,
            "float | int": NUMBER,
            "Union[int, float, bool]": NUMBER,
            "graft.Number": NUMBER,
            "'int'": INT,
            "list[int]": {"kind": "list", "item": INT},
            "t.List": LIST,
            "dict": {"kind": "dict", "key": ANY, "value": ANY},
            "dict[str, list]": {"kind": "dict", "key": STR, "value": LIST},
            "tuple[int, str]": {"kind": "tuple", "items": [INT, STR]},
            "Literal['a', 'b']": {"kind": "enum", "choices": ["a", "b"]},
            "Annotated[int, 'x']": INT,
            "complex": {"kind": "complex"},
            "set[int]": of_set(INT, False),
            "Set": of_set(ANY, False),
            "t.FrozenSet[str]": of_set(STR, True),
            "frozenset": of_set(ANY, True),
            "SomethingElse": ANY,
            "tuple[int, ...]": ANY,
            "int | str": ANY,
            "int | complex": ANY,
            "Decimal": ANY,
            "Sequence[int]": ANY,
            "AbstractSet[int]": ANY,
        }.items():
            with self.subTest(hint):
                taken, given = self.output(hint)
                self.assertEqual(taken, found)
                self.assertEqual(given, [{"name": "out", "type": found}])

    def test_classes_of_the_standard_library_and_arrays(self):
        header = """
import datetime, uuid, numpy
import datetime as dt
import decimal as d
import numpy as np
import numpy.typing as npt
from datetime import date, datetime as moment
from decimal import Decimal
from graft import NdArray
from collections.abc import Set as AnySet
if TYPE_CHECKING:
    from uuid import UUID
    from numpy.typing import NDArray
"""
        for hint, kind in {
            "Decimal": "decimal",
            "d.Decimal": "decimal",
            "date": "date",
            "datetime.date": "date",
            "dt.time": "time",
            "datetime.datetime": "datetime",
            "moment": "datetime",
            "dt.timedelta": "timedelta",
            "UUID": "uuid",
            "'uuid.UUID'": "uuid",
            "np.ndarray": "array",
            "numpy.ndarray": "array",
            "np.ndarray[Any, np.dtype[np.float64]]": "array",
            "NDArray[np.float32]": "array",
            "npt.NDArray[np.int8]": "array",
            "np.typing.NDArray": "array",
            "NdArray": "array",
            "graft.NdArray": "array",
            "moment.date": "any",
            "np.float64": "any",
            "AnySet[int]": "any",
            "list[np.dtype[int]]": "any",
        }.items():
            with self.subTest(hint):
                self.assertEqual(self.output(hint, header)[0], {"kind": kind})
        found = self.output("dict[UUID, list[Decimal | None]]", header)[0]
        self.assertEqual(found["key"], {"kind": "uuid"})
        self.assertEqual(found["value"]["item"], optional({"kind": "decimal"}))

    def test_isolated(self):
        source = (
            "import graft\n"
            "@graft.node(id='n', version='1.0', summary='It.', isolated=%s)\n"
            "class N:\n    def process(self, item: int) -> int:\n        return item\n"
        )
        for said in (True, False):
            (item,) = describe(unit(source % said))
            self.assertIs(item["implementation"]["isolated"], said)
        (item, _) = describe(unit(source % "'yes'"))
        self.assertEqual(
            item["error"]["message"], "N: isolated= must be True or False, not 'yes'"
        )

    def test_packages_that_a_parameter_spares(self):
        text = """
            import graft
            from typing import Annotated
            @graft.node(id="n", version="1.0", summary="S.", packages=["numpy"], packages_unless=%s)
            class N:
                def __init__(self, loader: Annotated[str | None, graft.Param(doc="D.")] = None,
                             size: Annotated[int, graft.Param(doc="D.")] = 1): ...
                def process(self, x: int) -> int: ...
        """
        (item,) = described(text % '{"loader": ["torch"]}')
        self.assertEqual(item["implementation"]["packages"], ["numpy"])
        self.assertEqual(item["implementation"]["packages_unless"], {"loader": ["torch"]})
        for wrong in ('["torch"]', '{"loader": "torch"}', '{"size": ["torch"]}', '{"lader": ["torch"]}'):
            (item, _) = described(text % wrong)
            self.assertIn("packages_unless=", item["error"]["message"], wrong)

    def test_none_is_no_output(self):
        taken, given = self.output("Optional[int]")
        self.assertEqual(taken, optional(INT))
        self.assertEqual(given, [{"name": "out", "type": INT}])
        self.assertEqual(self.output("None")[1], [])

    def test_generators(self):
        for hint in ("Iterator[int]", "Generator[int, None, None]", "AsyncIterator[int]"):
            self.assertEqual(
                self.output(hint, body="yield x")[1], [{"name": "out", "type": INT}], hint
            )
        given = self.output("Iterable[int]", body="yield x")[1]
        self.assertEqual(given, [{"name": "out", "type": INT}])

    def test_records_and_aliases(self):
        header = """
if TYPE_CHECKING:
    class Base(TypedDict):
        a: int
    class R(Base):
        b: 'list[R] | None'
Other = dict[str, int]
"""
        self.assertEqual(self.output("Other", header)[0]["value"], INT)
        self.assertEqual(self.output("R", header.replace("list[R]", "list[int]"))[0]["fields"][1], {
            "name": "b",
            "type": optional({"kind": "list", "item": INT}),
        })


class UnionsTest(unittest.TestCase):
    HEADER = """
import graft
from typing import *
class Circle(TypedDict):
    type: Literal["circle"]
    kind: Literal["round"]
    radius: float
class Square(TypedDict):
    side: float
    type: Literal["square"]
    kind: Literal["angular"]
class Point(TypedDict):
    type: Literal["point"]
class Round(TypedDict):
    kind: Literal["round"]
class Pair(TypedDict):
    kind: Literal["pair"]
    left: "Shape"
class Plain(TypedDict):
    radius: float
class Open(TypedDict):
    type: Literal["a", "b"]
Shape = Union[Circle, Square]
"""

    def described(self, hint):
        source = f"""{self.HEADER}
@graft.node(id="n", version="1.0", summary="S.")
class N:
    def process(self, x: {hint}): ...
"""
        return describe(unit(source))[0]

    def found(self, hint):
        item = self.described(hint)
        self.assertNotIn("error", item)
        return item["contract"]["inputs"][0]["type"]

    CIRCLE = {"name": "circle", "record": record(kind=enum("round"), radius={"kind": "float"})}
    SQUARE = {"name": "square", "record": record(side={"kind": "float"}, kind=enum("angular"))}
    POINT = {"name": "point", "record": record()}

    def test_a_literal_field_is_the_tag(self):
        for hint in ("Shape", "Circle | Square", "Union[Circle, Square, Circle]", "Circle | Shape"):
            self.assertEqual(self.found(hint), union("type", self.CIRCLE, self.SQUARE), hint)
        self.assertEqual(
            self.found("Shape | Point"), union("type", self.CIRCLE, self.SQUARE, self.POINT)
        )
        self.assertEqual(
            self.found("list[Optional[Shape]]")["item"],
            optional(union("type", self.CIRCLE, self.SQUARE)),
        )

    def test_any_field_may_be_the_tag(self):
        found = self.found("Pair | Round")
        self.assertEqual((found["tag"], found["variants"][1]["name"]), ("kind", "round"))
        left = found["variants"][0]["record"]["fields"][0]["type"]
        self.assertEqual(left, union("type", self.CIRCLE, self.SQUARE))

    def test_one_record_is_no_union(self):
        self.assertEqual(
            self.found("Circle | None"),
            optional(record(type=enum("circle"), kind=enum("round"), radius={"kind": "float"})),
        )

    def test_what_cannot_be_told_apart(self):
        for hint, words in {
            "Circle | Plain": ("'Circle | Plain' cannot be told apart", "type: Literal['a']"),
            "Open | Point": ("'Open | Point'", "field of the same name"),
            "Circle | Round": ("'kind' has the same text in two",),
            "Circle | int": ("'Circle | int' has no portable type", "Literal field tells apart"),
            "Circle | dict": ("'Circle | dict' has no portable type",),
        }.items():
            with self.subTest(hint):
                error = self.described(hint)["error"]
                self.assertEqual((error["code"], error["line"]), ("hint", 27))
                for word in words:
                    self.assertIn(word, error["message"])


class DefaultsTest(unittest.TestCase):
    HEADER = """
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID
import decimal
"""

    def described(self, hint, default):
        source = f"""{self.HEADER}
import graft
from typing import *
@graft.node(id="n", version="1.0", summary="S.")
class N:
    def __init__(self, a: Annotated[{hint}, graft.Param(doc="A.")] = {default}): ...
    def process(self, x): ...
"""
        return describe(unit(source))[0]

    def test_calls_with_literals_are_literals(self):
        for hint, default, value in (
            ("complex", "1j", 1j),
            ("complex", "-1.5 - 2j", -1.5 - 2j),
            ("set[int]", "{1, 2}", {1, 2}),
            ("set", "set()", set()),
            ("frozenset[str]", "frozenset(['a'])", frozenset("a")),
            ("Decimal", "Decimal('1.10')", decimal.Decimal("1.10")),
            ("Decimal | None", "decimal.Decimal(-7)", decimal.Decimal(-7)),
            ("date", "date(2024, 2, 29)", datetime.date(2024, 2, 29)),
            ("time", "time(12, minute=30)", datetime.time(12, 30)),
            ("datetime", "datetime(2024, 2, 29)", datetime.datetime(2024, 2, 29)),
            ("timedelta", "timedelta(milliseconds=-5)", datetime.timedelta(milliseconds=-5)),
            ("UUID", "UUID(int=7)", uuid.UUID(int=7)),
        ):
            with self.subTest(default):
                item = self.described(hint, default)
                self.assertNotIn("error", item)
                found = item["contract"]["params"][0]["default"]
                self.assertEqual((type(found), found), (type(value), value))

    def test_other_defaults_are_refused(self):
        for hint, default, code in (
            ("Decimal", "1", "default"),
            ("date", "datetime(2024, 2, 29)", "default"),
            ("set[int]", "frozenset()", "default"),
            ("complex", "1.5", "default"),
            ("float", "1j", "default"),
            ("Decimal", "Decimal('x')", "not-literal"),
            ("date", "date.today()", "not-literal"),
            ("set", "{[]}", "not-literal"),
            ("int", "1 + 2", "not-literal"),
            ("complex", "1j + 2j", "not-literal"),
            ("Decimal", "Decimal(**{})", "not-literal"),
        ):
            with self.subTest(default):
                self.assertEqual(self.described(hint, default)["error"]["code"], code)


class PlainTest(unittest.TestCase):
    def test_packages_are_named_in_two_ways(self):
        text = textwrap.dedent(
            """
            from graft.compat.nodes.registration import python_requires

            class Base:
                dependencies = ["torch>=2", 3]
                def process(self, x): return x

            @python_requires("soundfile")
            class Both(Base):
                pass

            class Late:
                dependencies = made()
                def process(self, x): return x
            """
        )
        found = [item["implementation"]["packages"] for item in describe(unit(text))]
        self.assertEqual(found, [["torch>=2"], ["torch>=2", "soundfile"], []])

    def test_names(self):
        for name, found in {
            "AudioBufferNode": "audio-buffer",
            "Node": "node",
            "VADNode": "vad",
            "HTTPServer": "http-server",
            "Word2VecNode": "word2-vec",
        }.items():
            self.assertEqual(kebab(name), found)

    def test_which_classes_are_nodes(self):
        items = described("""
            from abc import ABC, abstractmethod
            class Base(ABC):
                @abstractmethod
                def process(self, x): ...
            class _Hidden:
                def process(self, x): ...
            class NoNode:
                pass
            class A(Base):
                def process(self, x): ...
            class B(A):
                '''The summary.

                More.'''
            async def process(x): ...
            class C:
                process = len
        """)
        self.assertEqual([item["implementation"]["symbol"] for item in items], ["A", "B", "C"])
        self.assertEqual(items[1]["contract"]["summary"], "The summary.")
        self.assertEqual(items[1]["contract"]["version"], "0")

    def test_params_follow_the_chain(self):
        (first, second, third, fourth) = described("""
            from oldpkg import Node
            class A(Node):
                def __init__(self, size: int = 3, rate=1.5, *, mode=DEFAULT, **kwargs):
                    super().__init__(**kwargs)
                def process(self, x): ...
            class B(A):
                def __init__(self, extra, **kwargs):
                    super().__init__(size=1, **kwargs)
            class C(B):
                def __init__(self):
                    super().__init__(1)
            class D(Node):
                def process(self, x): ...
        """)
        params = {p["name"]: p for p in first["contract"]["params"]}
        self.assertEqual(list(params), ["size", "rate", "mode"])
        self.assertEqual((params["size"]["type"], params["size"]["default"]), (INT, 3))
        self.assertNotIn("default", params["mode"])
        self.assertFalse(params["mode"]["required"])
        self.assertEqual(params["mode"]["default_source"], "DEFAULT")
        self.assertTrue(first["implementation"]["open_params"])
        names = [(p["name"], p["required"]) for p in second["contract"]["params"]]
        self.assertEqual(names, [("extra", True), ("rate", False), ("mode", False)])
        self.assertEqual(third["contract"]["params"], [])
        self.assertFalse(third["implementation"]["open_params"])
        self.assertTrue(fourth["implementation"]["open_params"])

    def test_schema(self):
        (item,) = described("""
            class A:
                CONFIG_SCHEMA = {
                    "properties": {
                        "size": {"type": "integer", "minimum": 1, "description": "How many."},
                        "mode": {"enum": ["a", "b"], "default": "a"},
                    }
                }
                def __init__(self, size=2, **kw): ...
                def process(self, x): ...
        """)
        size, mode = item["contract"]["params"]
        self.assertEqual(size, param("size", INT, 2, "How many.", {"kind": "min", "value": 1}))
        self.assertEqual(mode["type"], {"kind": "enum", "choices": ["a", "b"]})

    def test_imports_and_flags(self):
        (item,) = described("""
            import numpy as np
            try:
                import torch
                from scipy import signal
            except ImportError:
                torch = None
            class A:
                is_sink = True
                def __init__(self):
                    self.is_streaming = True
                def process(self, x):
                    import lazy.one
        """)
        found = [(i["module"], i["line"], i["guarded"]) for i in item["implementation"]["imports"]]
        self.assertEqual(
            found,
            [("numpy", 2, False), ("torch", 4, True), ("scipy", 5, True), ("lazy.one", 13, False)],
        )
        self.assertEqual(
            item["implementation"]["flags"], {"is_sink": True, "is_streaming": True}
        )

    def test_nothing_is_run(self):
        self.assertEqual(described("raise SystemExit\nimport nosuchthing\n"), [])


class ErrorsTest(unittest.TestCase):
    def check(self, found, code, *words):
        self.assertEqual([item["code"] for item in found], [code], found)
        for word in words:
            self.assertIn(word, found[0]["message"])
        self.assertGreater(found[0]["line"], 1)
        self.assertGreater(found[0]["column"], 0)

    def test_hints(self):
        found = errors("def process(self, x: bytearray) -> int: ...")
        self.check(found, "hint", "N: process", "'bytearray'", "use bool", "decimal.Decimal")
        self.assertEqual(found[0]["line"], 7)
        found = errors("def __init__(self, a: Annotated[Decimal, graft.Param(doc='D.')]): ...\n"
                       "def process(self, x): ...")
        self.check(found, "hint", "parameter 'a'", "'Decimal'")

    def test_params(self):
        process = "\ndef process(self, x): ..."
        self.check(
            errors("def __init__(self, a: int = 1): ..." + process), "missing-doc", "'a'", "Param"
        )
        self.check(
            errors("def __init__(self, a: Annotated[int, graft.Param('D.')] = f()): ..." + process),
            "not-literal",
            "'f()'",
        )
        self.check(
            errors("def __init__(self, a: Annotated[int, graft.Param('D.')] = 1.5): ..." + process),
            "default",
            "1.5",
        )
        for wrong, words in (
            ("pattern=3", "pattern= must be text"),
            ("unit=3", "unit= must be text"),
            ("doc=3", "doc= must be text"),
            ("sensitive='yes'", "sensitive= must be True or False"),
            ("min=float('nan')", "min= needs a number"),
        ):
            with self.subTest(wrong):
                given = wrong if "doc" in wrong else "'D.', " + wrong
                hint = "float" if "min" in wrong else "str"
                line = f"def __init__(self, a: Annotated[{hint}, graft.Param({given})]): ..."
                self.check(errors(line + process), "constraint", "parameter 'a'", words)
        self.check(
            errors("def __init__(self, **a): ..." + process), "open-params", "names every parameter"
        )
        self.check(
            errors(
                "def __init__(self, a: Annotated[int, graft.Param('D.', low=1)] = 1): ..." + process
            ),
            "unknown-keyword",
            "low=",
        )
        self.check(
            errors(
                "def __init__(self, a: Annotated[int, graft.Param('D.', at_most='b')] = 1): ..."
                + process
            ),
            "constraint",
            "'b'",
        )

    def test_no_process(self):
        self.check(errors("pass"), "no-process", "def process(self, item)")

    def decorator(self, arguments):
        source = f"import graft\n@graft.node({arguments})\nclass N:\n  def process(self, x): ...\n"
        return [item["error"] for item in describe(unit(source)) if "error" in item]

    def test_decorator(self):
        self.check(self.decorator("id='n', version='1.0'"), "missing", "summary=")
        self.check(self.decorator("id=f(), version='1.0', summary='S'"), "not-literal", "'f()'")
        self.check(self.decorator("id='A B', version='1.0', summary='S'"), "value", "kebab")
        self.check(
            self.decorator("id='n', version='1.0', summary='S', colour=1"),
            "unknown-keyword",
            "colour",
        )
        self.check(
            self.decorator("id='n', version='1.0', summary='S', pure=True, effects=True"), "purity"
        )
        self.check(
            self.decorator("id='n', version='1.0', summary='S', state=['a']"), "not-literal", "state="
        )
        self.assertEqual(len(self.decorator("")), 3)

    def test_version(self):
        for wrong in ("'1'", "'1.0.0'", "'v1.0'", "'1.0\\n'", "1.0", "''"):
            with self.subTest(wrong):
                self.check(
                    self.decorator(f"id='n', version={wrong}, summary='S'"),
                    "value",
                    "version= must be major.minor, as '1.0', not " + wrong,
                )

    def stateful(self, body, bases="", before="", more=""):
        source = f"{before}\nimport graft\n"
        source += f"@graft.node(id='n', version='1.0', summary='S', state={{\n 'nummer': int}}{more})\n"
        source += f"class N{bases}:\n  def process(self, x): ...\n" + textwrap.indent(body, "  ")
        return describe(unit(source))

    def test_a_state_that_is_never_set(self):
        for body, bases, before, words in (
            ("", "", "", "remove it from state="),
            ("def __init__(self):\n  self.number = 0", "", "", "write 'number' if that is meant"),
            ("def a(self):\n  nummer = 1\n  return self.nummer, nummer", "", "", "remove it"),
            ("nummer: int", "", "", "remove it"),
            ("def a(self):\n  self.size = len(self.items)", "", "", "remove it"),
            ("def a(self):\n  super(N, self).__init__()", "(A)", "class A: pass", "remove it"),
        ):
            with self.subTest(body):
                item, _ = self.stateful(body, bases, before)
                self.check([item["error"]], "state", "N: state 'nummer': nothing here sets", words)
                self.assertEqual(item["error"]["line"], before.count("\n") + 4)
                self.assertEqual(item["error"]["column"], 2)

    def test_a_state_that_may_be_set(self):
        for body, *rest in (
            ("def __init__(self):\n  self.nummer = 0",),
            ("def a(self):\n  self.nummer: int = 0",),
            ("def a(self):\n  self.a, (self.nummer, b) = 1, (2, 3)",),
            ("def a(self):\n  for self.nummer in (1, 2): pass",),
            ("def a(this):\n  this.nummer = 0",),
            ("nummer = 0",),
            ("nummer: int = 0",),
            ("@property\ndef nummer(self): return 0",),
            ("def a(self):\n  setattr(self, 'num' + 'mer', 0)",),
            ("def a(self):\n  self.__dict__.update(nummer=0)",),
            ("def a(self):\n  object.__setattr__(self, 'nummer', 0)",),
            ("def __getattr__(self, name): return 0",),
            ("def a(self):\n  fill(self)",),
            ("def a(self):\n  fill(of=self)",),
            ("if True:\n  nummer = 0",),
            ("", "(Elsewhere)", "from other import Elsewhere"),
            ("", "(A)", "class A:\n  def __init__(self): self.nummer = 0"),
            ("", "(A)", "from other import B\nclass A(B): pass"),
            ("", "(metaclass=Made)", "from other import Made"),
            ("", "", "def fill(node): node.nummer = 0"),
            ("", "", "", ")\n@filled(0"),
        ):
            with self.subTest((body, rest)):
                (item,) = self.stateful(body, *rest)
                self.assertNotIn("error", item)

    def test_the_places_of_parameters(self):
        (item,) = described("""
            import graft
            from typing import Annotated
            @graft.node(id="n", version="1.0", summary="S.")
            class N:
                def __init__(
                    self,
                    a: Annotated[int, graft.Param("D.")],
                    *, b: Annotated[int, graft.Param("D.")] = 1,
                ): ...
                def process(self, x): ...
        """)
        self.assertEqual(
            item["places"],
            {"a": {"line": 8, "column": 9}, "b": {"line": 9, "column": 12}},
        )

    def test_permissions(self):
        said = "id='n', version='1.0', summary='S', permissions="
        good = "['read:data', 'write:/a b', 'env:HOME', 'env:*', 'network', 'subprocess', 'threads', "
        good += "'host:java.util.Map$Entry', 'native']"
        source = f"import graft\n@graft.node({said}{good})\nclass N:\n  def process(self, x): ...\n"
        (item,) = describe(unit(source))
        self.assertEqual(len(item["implementation"]["permissions"]), 9)
        for wrong, words in (
            ("netwrok", "is no permission"),
            ("read:", "lacks the path"),
            ("write: ", "lacks the path"),
            ("env", "'env:HOME'"),
            ("env:A=B", "'env:HOME'"),
            ("env:A*", "'env:HOME'"),
            ("host:Instant", "one class in full"),
            ("host:java.time.*", "one class in full"),
            ("network:x", "write 'network'"),
            ("", "is no permission"),
        ):
            with self.subTest(wrong):
                self.check(self.decorator(said + f"[{wrong!r}]"), "permission", words)
        self.assertEqual(len(self.decorator(said + "['a', 'network', 'b']")), 2)

    def test_other_spellings_of_the_decorator(self):
        for source in (
            "from graft import node\n@node(id='n', version='1.0', summary='S')",
            "import graft as g\n@g.node(id='n', version='1.0', summary='S')",
            "from graft import node as n\nV = '1.0'\n@n(id='n', version=V, summary='S')",
        ):
            (item,) = describe(unit(source + "\nclass N:\n  def process(self, x): ...\n"))
            self.assertEqual(item["contract"]["version"], "1.0")

    def test_duplicate_ids(self):
        items = described("""
            class A:
                def process(self, x): ...
            class ANode:
                def process(self, x): ...
        """)
        self.assertEqual(items[1]["error"]["code"], "duplicate-id")


if __name__ == "__main__":
    unittest.main()
