"""Reads a class without the decorator: as much as its text tells, and never with an error."""

import ast

from graft.syntax import classes, literals
from graft.syntax.hints import ANY, yields
from graft.syntax.problems import Unsupported

_SCHEMA_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "number",
    "boolean": "bool",
    "array": "list",
    "object": "dict",
    "null": "none",
}
_SIMPLE = ("any", "none", "bool", "int", "float", "number", "str", "bytes")


class Plain:
    """The contract of one plain class."""

    def __init__(self, tree, scope, hints):
        self._tree = tree
        self._scope = scope
        self._hints = hints
        self.open_params = False

    def contract(self):
        """The contract, with any value wherever the text does not tell more."""
        doc = ast.get_docstring(self._tree) or ""
        return {
            "id": kebab(self._tree.name),
            "version": "0",
            "summary": doc.strip().partition("\n")[0].strip(),
            "params": self._params(),
            **self._ports(),
            "state": {"scope": "none", "fields": []},
            "purity": "undeclared",
        }

    def registration(self):
        """The packages that the class and older registration decorators name."""
        packages = self._dependencies()
        for decorator in self._tree.decorator_list:
            name = self._scope.qualified(getattr(decorator, "func", None))
            if name is None or name.rpartition(".")[2] != "python_requires":
                continue
            try:
                said = literals.value_of(decorator.args[0], self._scope)
            except (literals.NotLiteral, IndexError):
                continue
            packages += [said] if type(said) is str else [str(item) for item in said]
        return packages

    def _dependencies(self):
        line = classes.member(self._tree, "dependencies", self._scope)
        if not isinstance(line, ast.Assign):
            return []
        try:
            said = literals.value_of(line.value, self._scope)
        except literals.NotLiteral:
            return []
        return [item for item in said if type(item) is str] if type(said) in (list, tuple) else []

    def _params(self):
        schema = self._schema()
        params = {}
        for argument, default in self._signature():
            params[argument.arg] = self._param(argument, default, schema.pop(argument.arg, {}))
        if self.open_params:
            for name, rules in schema.items():
                params[name] = _from_schema(name, rules)
        return list(params.values())

    def _signature(self):
        """The parameters of the ``__init__`` chain, as far as ``**kwargs`` hands names on."""
        found = {}
        hidden = set()
        chain = self._scope.chain(self._tree)
        for position, item in enumerate(chain):
            init = _own_init(item)
            if init is None:
                continue
            for argument, default in classes.parameters(init, self._scope):
                if argument.arg not in hidden:
                    found.setdefault(argument.arg, (argument, default))
            hidden |= _passed_to_super(init)
            if init.args.kwarg is None:
                return found.values()
        # The chain leaves the file: what it meets there may take more names.
        self.open_params = any(
            self._scope.base_class(base) is None
            and self._scope.qualified(base) not in ("object", "abc.ABC", "typing.Generic")
            for item in chain
            for base in _base_names(item)
        ) or any(
            init is not None and init.args.kwarg is not None for init in map(_own_init, chain)
        )
        return found.values()

    def _param(self, argument, default, rules):
        found = ANY
        try:
            hint, _ = self._hints.annotated(argument.annotation)
            found = self._hints.type_of(hint)
        except Unsupported:
            pass
        param = _from_schema(argument.arg, rules)
        if argument.annotation is not None and found != ANY:
            param["type"] = found
        param["required"] = default is None
        param.pop("default", None)
        if default is not None:
            try:
                param["default"] = literals.value_of(default, self._scope)
            except literals.NotLiteral:
                # There is a default, but only running the file would tell which.
                param["default_source"] = ast.unparse(default)
        return param

    def _schema(self):
        line = classes.member(self._tree, "CONFIG_SCHEMA", self._scope)
        if not isinstance(line, ast.Assign):
            return {}
        try:
            schema = literals.value_of(line.value, self._scope)
        except literals.NotLiteral:
            return {}
        if type(schema) is dict and type(schema.get("properties")) is dict:
            schema = schema["properties"]
        if type(schema) is not dict:
            return {}
        return {
            name: rules if type(rules) is dict else {}
            for name, rules in schema.items()
            if type(name) is str
        }

    def _ports(self):
        process = classes.member(self._tree, "process", self._scope)
        if not classes.is_function(process):
            return {
                "inputs": [{"name": "in", "type": ANY}],
                "outputs": [{"name": "out", "type": ANY}],
            }
        taken = classes.input_of(process, self._scope)
        inputs = []
        if taken is not None:
            inputs = [{"name": "in", "type": self._understood(taken.annotation)}]
        try:
            found = self._hints.output_of(process)
        except Unsupported:
            found = ANY
        if found is None and yields(process):
            found = ANY
        return {
            "inputs": inputs,
            "outputs": [] if found is None else [{"name": "out", "type": found}],
        }

    def _understood(self, hint):
        try:
            return self._hints.type_of(hint)
        except Unsupported:
            return ANY


def kebab(name):
    """``AudioBufferNode`` becomes ``audio-buffer``; runs of capitals stay one word."""
    if name.endswith("Node") and len(name) > 4:
        name = name[:-4]
    text = ""
    for position, letter in enumerate(name):
        if letter == "_":
            text += "-"
            continue
        starts = letter.isupper() and position > 0 and name[position - 1] != "_"
        if starts and (
            not name[position - 1].isupper()
            or position + 1 < len(name)
            and name[position + 1].islower()
        ):
            text += "-"
        text += letter.lower()
    return text


def _from_schema(name, rules):
    said = rules.get("type")
    kind = _SCHEMA_TYPES.get(said, said) if type(said) is str else "any"
    if kind == "list":
        found = {"kind": "list", "item": ANY}
    elif kind == "dict":
        found = {"kind": "dict", "key": ANY, "value": ANY}
    else:
        found = {"kind": kind if kind in _SIMPLE else "any"}
    choices = rules.get("enum")
    if type(choices) in (list, tuple) and choices and all(type(c) is str for c in choices):
        found = {"kind": "enum", "choices": list(choices)}
    constraints = []
    for kind, key in (("min", "minimum"), ("max", "maximum")):
        value = rules.get(key, rules.get(kind))
        if type(value) in (int, float):
            constraints.append({"kind": kind, "value": value})
    param = {"name": name, "type": found, "required": rules.get("required") is True}
    if "default" in rules:
        param["default"] = rules["default"]
        param["required"] = False
    doc = rules.get("description", rules.get("doc", ""))
    param["doc"] = doc if type(doc) is str else ""
    param["unit"] = None
    param["sensitive"] = False
    param["constraints"] = constraints
    return param


def _own_init(tree):
    for line in tree.body:
        if isinstance(line, ast.FunctionDef) and line.name == "__init__":
            return line
    return None


def _base_names(tree):
    for base in tree.bases:
        yield base.value if isinstance(base, ast.Subscript) else base


def _passed_to_super(init):
    """The names that an ``__init__`` fills itself when it calls the next one."""
    names = set()
    for part in ast.walk(init):
        if (
            isinstance(part, ast.Call)
            and isinstance(part.func, ast.Attribute)
            and part.func.attr == "__init__"
        ):
            names |= {keyword.arg for keyword in part.keywords if keyword.arg}
    return names
