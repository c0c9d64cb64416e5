"""Type hints, translated into the types of descriptors."""

import ast

from graft.syntax import literals, unions
from graft.syntax.problems import Unsupported

ANY = {"kind": "any"}
NONE = {"kind": "none"}

_SIMPLE = {
    "object": "any",
    "Any": "any",
    "None": "none",
    "bool": "bool",
    "int": "int",
    "float": "float",
    "str": "str",
    "bytes": "bytes",
    "complex": "complex",
    "Number": "number",
}
CLASSES = {
    "decimal.Decimal": "decimal",
    "datetime.date": "date",
    "datetime.time": "time",
    "datetime.datetime": "datetime",
    "datetime.timedelta": "timedelta",
    "uuid.UUID": "uuid",
    "numpy.ndarray": "array",
    "numpy.typing.NDArray": "array",
    "graft.NdArray": "array",
}
_LISTS = {"list", "List"}
_SETS = {"set": False, "Set": False, "frozenset": True, "FrozenSet": True}
_TUPLES = {"tuple", "Tuple"}
_DICTS = {"dict", "Dict"}
_STREAMS = {"Iterator", "Generator", "AsyncIterator", "AsyncGenerator", "AsyncIterable"}
_AWAITED = {"Awaitable": 0, "Coroutine": 2}
_MODULES = {"", "typing", "typing_extensions", "graft", "collections.abc", "builtins"}


class Hints:
    """Translates the hints of one file."""

    def __init__(self, scope):
        self._scope = scope

    def type_of(self, tree):
        """The type of a hint; a missing one is any value."""
        return self._type(tree, ())

    def annotated(self, tree):
        """The hint inside ``Annotated[…]`` and its metadata; other hints have none."""
        tree = self._plain(tree)
        if isinstance(tree, ast.Subscript) and self._name(tree.value) == "Annotated":
            parts = _parts(tree)
            return parts[0], parts[1:]
        return tree, []

    def output_of(self, function):
        """The type of a node's outputs, or none if it never has one."""
        tree = self._plain(function.returns)
        if tree is None:
            return ANY
        tree = self._unwrapped(tree, function)
        if tree is None:
            return ANY
        found = self.type_of(tree)
        if found == NONE:
            return None
        return found["type"] if found["kind"] == "optional" else found

    def _unwrapped(self, tree, function):
        """The hint of one output: what is inside iterators and awaitables."""
        if isinstance(tree, ast.Subscript):
            name = self._name(tree.value)
            if name in _STREAMS or name == "Iterable" and yields(function):
                return self._plain(_parts(tree)[0])
            if name in _AWAITED and len(_parts(tree)) > _AWAITED[name]:
                return self._plain(_parts(tree)[_AWAITED[name]])
        elif self._name(tree) in _STREAMS:
            return None
        return tree

    def _type(self, tree, inside):
        tree = self._plain(tree)
        if tree is None:
            return ANY
        if isinstance(tree, ast.Constant) and tree.value is None:
            return NONE
        if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr):
            return self._union(_flattened(tree), tree, inside)
        if isinstance(tree, ast.Subscript):
            return self._subscript(tree, inside)
        name = self._name(tree)
        if name in _SIMPLE:
            return {"kind": _SIMPLE[name]}
        if name in _LISTS:
            return {"kind": "list", "item": ANY}
        if name in _SETS:
            return {"kind": "set", "item": ANY, "frozen": _SETS[name]}
        if name in _DICTS:
            return {"kind": "dict", "key": ANY, "value": ANY}
        known = self._scope.qualified(tree)
        if known in CLASSES:
            return {"kind": CLASSES[known]}
        if isinstance(tree, ast.Name) and tree.id not in inside:
            record = self._scope.classes.get(tree.id)
            if record is not None and self._is_typed_dict(record):
                return self._record(record, inside + (tree.id,))
            alias = self._scope.constant(tree.id)
            if alias is not None:
                return self._type(alias, inside + (tree.id,))
        raise Unsupported(tree)

    def _subscript(self, tree, inside):
        name = self._name(tree.value)
        parts = _parts(tree)
        if name in _LISTS and len(parts) == 1:
            return {"kind": "list", "item": self._type(parts[0], inside)}
        if name in _SETS and len(parts) == 1:
            item = self._type(parts[0], inside)
            return {"kind": "set", "item": item, "frozen": _SETS[name]}
        if name in _DICTS and len(parts) == 2:
            key, value = (self._type(part, inside) for part in parts)
            return {"kind": "dict", "key": key, "value": value}
        if name in _TUPLES and not any(_is_ellipsis(part) for part in parts):
            return {"kind": "tuple", "items": [self._type(part, inside) for part in parts]}
        if name == "Optional" and len(parts) == 1:
            return self._union([parts[0], ast.Constant(None)], tree, inside)
        if name == "Union":
            return self._union(parts, tree, inside)
        if name == "Literal":
            return self._choices(parts, tree)
        if name == "Annotated":
            return self._type(parts[0], inside)
        if CLASSES.get(self._scope.qualified(tree.value)) == "array":
            # The dtype and the shape of an array are no part of a contract.
            return {"kind": "array"}
        raise Unsupported(tree)

    def _union(self, parts, tree, inside):
        types = []
        for part in parts:
            found = self._type(part, inside)
            if found["kind"] == "optional":
                types += [found["type"], NONE]
            else:
                types.append(found)
        absent = NONE in types
        types = [found for found in types if found != NONE]
        kinds = {found["kind"] for found in types}
        if {"int", "float"} <= kinds <= {"int", "float", "bool", "number"} or kinds == {"number"}:
            merged = {"kind": "number"}
        elif "any" in kinds:
            return ANY
        elif types and all(found == types[0] for found in types):
            merged = types[0]
        elif not types:
            return NONE
        elif kinds <= {"record", "union"}:
            merged = unions.merged(types, tree)
        else:
            raise Unsupported(tree)
        return {"kind": "optional", "type": merged} if absent else merged

    def _choices(self, parts, tree):
        choices = []
        for part in parts:
            try:
                choice = literals.value_of(part, self._scope)
            except literals.NotLiteral:
                raise Unsupported(tree) from None
            if type(choice) is not str:
                raise Unsupported(tree)
            if choice not in choices:
                choices.append(choice)
        return {"kind": "enum", "choices": choices}

    def _is_typed_dict(self, tree):
        return any(
            self._name(base) == "TypedDict"
            or (found := self._scope.base_class(base)) is not None
            and found is not tree
            and self._is_typed_dict(found)
            for base in tree.bases
        )

    def _record(self, tree, inside):
        if any(keyword.arg == "total" for keyword in tree.keywords):
            raise Unsupported(tree.keywords[0].value)
        fields = {}
        for item in reversed(self._scope.chain(tree)):
            for line in item.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    fields[line.target.id] = self._type(line.annotation, inside)
        return {
            "kind": "record",
            "fields": [{"name": name, "type": found} for name, found in fields.items()],
        }

    def _plain(self, tree):
        """A hint that is written as text, parsed."""
        if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
            try:
                parsed = ast.parse(tree.value.strip(), mode="eval").body
            except SyntaxError:
                raise Unsupported(tree) from None
            for part in ast.walk(parsed):
                ast.copy_location(part, tree)
            return self._plain(parsed)
        return tree

    def _name(self, tree):
        """The last part of a name that comes from typing or from Python itself."""
        name = self._scope.qualified(tree)
        if name is None:
            return None
        module, _, last = name.rpartition(".")
        if name == "collections.abc.Set":
            return None  # what a set and a frozenset have in common
        if module in _MODULES and last not in self._scope.classes:
            return last
        return None


def yields(function):
    """Whether a function is a generator: it yields itself, not in a function inside."""
    waiting = list(function.body)
    while waiting:
        tree = waiting.pop()
        if isinstance(tree, (ast.Yield, ast.YieldFrom)):
            return True
        if isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        waiting.extend(ast.iter_child_nodes(tree))
    return False


def _parts(tree):
    inner = tree.slice
    return list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]


def _is_ellipsis(tree):
    return isinstance(tree, ast.Constant) and tree.value is Ellipsis


def _flattened(tree):
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr):
        return _flattened(tree.left) + _flattened(tree.right)
    return [tree]
