"""Reads a class with the decorator: strictly, and naming everything that is wrong at once."""

import ast
import math
import re

from graft.syntax import attributes, classes, examples, literals, permissions
from graft.syntax.hints import ANY, CLASSES
from graft.syntax.problems import Problem, Unsupported

_KEYWORDS = (
    "id",
    "version",
    "summary",
    "pure",
    "effects",
    "state",
    "state_scope",
    "packages",
    "packages_unless",
    "permissions",
    "limitations",
    "isolated",
    "category",
    "examples",
    "deprecated",
    "replaced_by",
)
_MARKERS = ("doc", "min", "max", "min_items", "pattern", "unit", "at_most", "sensitive")
_VERSION = re.compile(r"[0-9]+\.[0-9]+")
_TYPES = {
    "bool": (bool,),
    "int": (int,),
    "float": (float,),
    "number": (bool, int, float),
    "str": (str,),
    "bytes": (bytes,),
    "complex": (complex,),
    "list": (list,),
    "tuple": (tuple,),
    "dict": (dict,),
    "record": (dict,),
    "union": (dict,),
}


def decorator_of(tree, scope):
    """The call of ``graft.node`` on a class, or none."""
    for decorator in tree.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if scope.qualified(called) in ("graft.node", "graft.declaration.node"):
            return decorator
    return None


class Decorated:
    """The contract of one decorated class, or the problems that stand in its way."""

    def __init__(self, tree, decorator, scope, hints):
        self._tree = tree
        self._decorator = decorator
        self._scope = scope
        self._hints = hints
        self.problems = []
        self.places = {}

    def contract(self):
        """The contract, of use only if no problem was found."""
        said = self._said()
        contract = {
            "id": said["id"],
            "version": said["version"],
            "summary": said["summary"],
            "params": self._params(),
            **self._ports(),
            "state": self._state(said),
            "purity": self._purity(said),
        }
        self._check_at_most(contract["params"])
        self._check_unless(said["packages_unless"], contract["params"])
        self._check_examples(contract["params"])
        self._check_deprecation(said)
        return contract

    def extras(self):
        """What the implementation says of itself."""
        said = self._said(quiet=True)
        lists = {name: list(said[name]) for name in ("packages", "permissions", "limitations")}
        unless = {name: list(packages) for name, packages in said["packages_unless"].items()}
        return {
            **lists,
            "packages_unless": unless,
            "isolated": said["isolated"],
            "category": said["category"],
            "examples": list(said["examples"]),
            **self._deprecation(said),
        }

    def _deprecation(self, said):
        if not said["deprecated"]:
            return {}
        return {"deprecated": said["deprecated"], "replaced_by": said["replaced_by"]}

    def _problem(self, tree, code, message):
        self.problems.append(Problem(tree, code, f"{self._tree.name}: {message}"))

    def _said(self, quiet=False):
        known = len(self.problems)
        said = {
            "id": None,
            "version": None,
            "summary": None,
            "pure": False,
            "effects": False,
            "state": None,
            "state_scope": "keyed",
            "packages": (),
            "packages_unless": {},
            "permissions": (),
            "limitations": (),
            "isolated": False,
            "category": "",
            "examples": (),
            "deprecated": "",
            "replaced_by": "",
        }
        keywords = self._decorator.keywords if isinstance(self._decorator, ast.Call) else []
        if getattr(self._decorator, "args", None):
            self._problem(
                self._decorator.args[0], "positional", "graft.node takes keywords only, as in id=…"
            )
        for keyword in keywords:
            self._read_keyword(keyword, said)
        for name in ("id", "version", "summary"):
            if said[name] is None:
                self._problem(
                    self._decorator, "missing", f"graft.node lacks {name}=; write {name}='…'"
                )
        if quiet:
            del self.problems[known:]
        return said

    def _read_keyword(self, keyword, said):
        name = keyword.arg
        if name not in _KEYWORDS:
            shown = "**" if name is None else f"{name}="
            self._problem(
                keyword.value,
                "unknown-keyword",
                f"graft.node does not know {shown}; it takes {', '.join(_KEYWORDS)}",
            )
            return
        if name == "state":
            said["state"] = keyword.value
            return
        if name == "examples":
            said["examples"] = self._examples(keyword.value)
            return
        try:
            value = literals.value_of(keyword.value, self._scope)
        except literals.NotLiteral:
            self._problem(
                keyword.value,
                "not-literal",
                f"{name}= must be a literal, because the file is read without being run; "
                f"'{ast.unparse(keyword.value)}' is not",
            )
            said[name] = said[name] if said[name] is not None else "?"
            return
        complaint = _complaint(name, value)
        if complaint:
            self._problem(keyword.value, "value", f"{name}= {complaint}, not {value!r}")
            if said[name] is None:
                said[name] = "?"
            return
        for item in value if name == "permissions" else ():
            wrong = permissions.complaint(item)
            if wrong:
                self._problem(keyword.value, "permission", f"permissions= {wrong}")
        said[name] = value

    def _examples(self, tree):
        found, wrong = examples.examples_of(tree, self._scope)
        for place, message in wrong:
            self._problem(place, "example", message)
        return found

    def _check_examples(self, params):
        names = [param["name"] for param in params]
        for example in self._said(quiet=True)["examples"]:
            for name in example["params"]:
                if name not in names:
                    self._problem(
                        self._decorator,
                        "example",
                        f"an example gives '{name}', and there is no such parameter; there are "
                        f"{', '.join(names) or 'none'}",
                    )

    def _params(self):
        init = classes.member(self._tree, "__init__", self._scope)
        if not classes.is_function(init):
            return []
        if init.args.vararg is not None or init.args.kwarg is not None:
            self._problem(
                init,
                "open-params",
                "__init__ takes *args or **kwargs; a decorated node names every parameter",
            )
        params = []
        for argument, default in classes.parameters(init, self._scope):
            params.append(self._param(argument, default))
        return params

    def _param(self, argument, default):
        where = f"parameter '{argument.arg}'"
        self.places[argument.arg] = {
            "line": argument.lineno,
            "column": argument.col_offset + 1,
        }
        marker = {}
        found = ANY
        try:
            hint, metadata = self._hints.annotated(argument.annotation)
            for item in metadata:
                if _is_marker(item, self._scope):
                    marker = self._marker(item, where)
            found = self._hints.type_of(hint)
        except Unsupported as problem:
            self.problems.append(
                Problem(argument, "hint", f"{self._tree.name}: {where}: {problem.message}")
            )
        doc = marker.get("doc")
        if not doc:
            self._problem(
                argument,
                "missing-doc",
                f"{where} has no doc; write {argument.arg}: "
                "Annotated[…, graft.Param(doc='What it is.')]",
            )
        param = {"name": argument.arg, "type": found, "required": default is None}
        if default is not None:
            self._default(param, default, where)
        param["doc"] = doc or ""
        param["unit"] = marker.get("unit")
        param["sensitive"] = bool(marker.get("sensitive", False))
        param["constraints"] = self._constraints(marker, found, argument, where)
        return param

    def _default(self, param, default, where):
        try:
            value = literals.value_of(default, self._scope)
        except literals.NotLiteral:
            self._problem(
                default,
                "not-literal",
                f"{where}: the default '{ast.unparse(default)}' must be a literal, because the "
                "file is read without being run",
            )
            return
        if not _fits(value, param["type"]):
            self._problem(
                default,
                "default",
                f"{where}: the default {value!r} is {_other_than(param['type'])}",
            )
            return
        param["default"] = value

    def _marker(self, tree, where):
        said = {}
        keywords = list(tree.keywords) if isinstance(tree, ast.Call) else []
        for position, item in enumerate(getattr(tree, "args", ())):
            if position == 0:
                keywords.insert(0, ast.keyword(arg="doc", value=item))
            else:
                self._problem(item, "positional", f"{where}: graft.Param takes keywords only")
        for keyword in keywords:
            if keyword.arg not in _MARKERS:
                self._problem(
                    keyword.value,
                    "unknown-keyword",
                    f"{where}: graft.Param does not know {keyword.arg}=; it takes "
                    f"{', '.join(_MARKERS)}",
                )
                continue
            try:
                said[keyword.arg] = literals.value_of(keyword.value, self._scope)
            except literals.NotLiteral:
                self._problem(
                    keyword.value,
                    "not-literal",
                    f"{where}: {keyword.arg}= must be a literal, because the file is read "
                    "without being run",
                )
                said[keyword.arg] = "?" if keyword.arg == "doc" else None
                continue
            complaint = _marker_complaint(keyword.arg, said[keyword.arg])
            if complaint:
                self._problem(keyword.value, "constraint", f"{where}: {keyword.arg}= {complaint}")
                said[keyword.arg] = "?" if keyword.arg == "doc" else None
        return said

    def _constraints(self, marker, found, tree, where):
        base = found["type"] if found["kind"] == "optional" else found
        constraints = []
        for kind in ("min", "max"):
            value = marker.get(kind)
            if value is None:
                continue
            if base["kind"] not in ("int", "float", "number") or not _is_number(value):
                self._problem(tree, "constraint", f"{where}: {kind}= needs a number on both sides")
                continue
            constraints.append({"kind": kind, "value": value})
        if len(constraints) == 2 and constraints[0]["value"] > constraints[1]["value"]:
            self._problem(tree, "constraint", f"{where}: min= is larger than max=")
        if marker.get("min_items") is not None:
            count = marker["min_items"]
            if base["kind"] != "list" or type(count) is not int or count < 1:
                self._problem(
                    tree, "constraint", f"{where}: min_items= needs a list and an int from 1 on"
                )
            else:
                constraints.append({"kind": "min_items", "count": count})
        if marker.get("pattern") is not None:
            if base["kind"] != "str":
                self._problem(tree, "constraint", f"{where}: pattern= needs a str")
            else:
                constraints.append({"kind": "pattern", "regex": marker["pattern"]})
        if marker.get("at_most") is not None:
            constraints.append({"kind": "at_most", "param": marker["at_most"]})
        return constraints

    def _check_at_most(self, params):
        names = {param["name"] for param in params}
        for param in params:
            for constraint in param["constraints"]:
                if constraint["kind"] == "at_most" and constraint["param"] not in names:
                    self._problem(
                        self._tree,
                        "constraint",
                        f"parameter '{param['name']}': at_most= names no parameter of this node: "
                        f"'{constraint['param']}'",
                    )

    def _check_unless(self, unless, params):
        optional = [param["name"] for param in params if param.get("default", "") is None]
        for name in unless:
            if name not in optional:
                self._problem(
                    self._decorator,
                    "value",
                    f"packages_unless= names no parameter with the default None: '{name}'",
                )

    def _ports(self):
        process = classes.member(self._tree, "process", self._scope)
        if not classes.is_function(process):
            self._problem(
                self._tree, "no-process", "has no method 'process'; write def process(self, item)"
            )
            return {"inputs": [], "outputs": []}
        inputs = outputs = []
        try:
            taken = classes.input_of(process, self._scope)
            if taken is not None:
                inputs = [{"name": "in", "type": self._hints.type_of(taken.annotation)}]
            found = self._hints.output_of(process)
            outputs = [] if found is None else [{"name": "out", "type": found}]
        except Unsupported as problem:
            self.problems.append(
                Problem(problem, "hint", f"{self._tree.name}: process: {problem.message}")
            )
            self.problems[-1].line = problem.line
            self.problems[-1].column = problem.column
        return {"inputs": inputs, "outputs": outputs}

    def _state(self, said):
        tree = said["state"]
        if tree is None or isinstance(tree, ast.Constant) and tree.value is None:
            return {"scope": "none", "fields": []}
        if not isinstance(tree, ast.Dict) or any(
            not isinstance(key, ast.Constant) or not isinstance(key.value, str)
            for key in tree.keys
        ):
            self._problem(
                tree, "not-literal", "state= must be a dict of names and types, as {'count': int}"
            )
            return {"scope": "none", "fields": []}
        fields = []
        for key, value in zip(tree.keys, tree.values):
            self._check_is_set(key)
            try:
                fields.append({"name": key.value, "type": self._hints.type_of(value)})
            except Unsupported as problem:
                self._problem(value, "hint", f"state '{key.value}': {problem.message}")
        if not fields:
            return {"scope": "none", "fields": []}
        return {"scope": said["state_scope"], "fields": fields}

    def _check_is_set(self, key):
        if not attributes.is_never_set(self._tree, key.value, self._scope):
            return
        near = attributes.nearest(key.value, self._scope)
        self._problem(
            key,
            "state",
            f"state '{key.value}': nothing here sets self.{key.value}; set it in __init__, or "
            + (f"write '{near}' if that is meant" if near else "remove it from state="),
        )

    def _check_deprecation(self, said):
        if said["replaced_by"] and not said["deprecated"]:
            self._problem(
                self._decorator,
                "deprecation",
                "replaced_by= has no reason beside it; write deprecated='…'",
            )
        elif said["replaced_by"] and said["replaced_by"] == said["id"]:
            self._problem(
                self._decorator, "deprecation", "replaced_by= is the node itself; name another one"
            )

    def _purity(self, said):
        if said["pure"] is True and said["effects"] is True:
            self._problem(
                self._decorator, "purity", "a node is pure=True or effects=True, not both"
            )
        if said["pure"] is True:
            return "pure"
        return "effects" if said["effects"] is True else "undeclared"


def _is_marker(tree, scope):
    called = tree.func if isinstance(tree, ast.Call) else tree
    return scope.qualified(called) in ("graft.Param", "graft.declaration.Param")


def _complaint(name, value):
    """Why a keyword's value is wrong, or none."""
    if name == "id":
        good = type(value) is str and _is_kebab(value)
        return None if good else "must be kebab-case text, as 'audio-buffer'"
    if name == "version":
        good = type(value) is str and _VERSION.fullmatch(value)
        return None if good else "must be major.minor, as '1.0'"
    if name == "summary":
        return None if type(value) is str and value.strip() else "must be text that says something"
    if name in ("pure", "effects", "isolated"):
        return None if type(value) is bool else "must be True or False"
    if name == "deprecated":
        good = type(value) is str and (not value or value.strip().endswith("."))
        return None if good else "must be one sentence that ends with a full stop"
    if name == "replaced_by":
        good = type(value) is str and (not value or _is_kebab(value))
        return None if good else "must be the id of a node, as 'audio-buffer'"
    if name == "category":
        good = type(value) is str and (not value or _is_kebab(value))
        return None if good else "must be kebab-case text, as 'audio'"
    if name == "state_scope":
        return None if value in ("keyed", "instance") else "must be 'keyed' or 'instance'"
    if name == "packages_unless":
        good = type(value) is dict and all(
            type(key) is str and _are_texts(packages) for key, packages in value.items()
        )
        return None if good else "must be a dict of parameters and lists of texts"
    return None if _are_texts(value) else "must be a list of texts"


def _marker_complaint(name, value):
    """Why the value of a parameter's marker is wrong, or none."""
    if name in ("doc", "pattern", "unit", "at_most"):
        return None if value is None or type(value) is str else f"must be text, not {value!r}"
    if name == "sensitive":
        return None if type(value) is bool else f"must be True or False, not {value!r}"
    return None


def _is_number(value):
    return type(value) is int or type(value) is float and math.isfinite(value)


def _are_texts(value):
    return type(value) in (list, tuple) and all(type(item) is str for item in value)


def _is_kebab(text):
    parts = text.split("-")
    return parts[0][:1].isalpha() and all(
        part and part.isascii() and part.isalnum() and part == part.lower() for part in parts
    )


def _fits(value, found):
    kind = found["kind"]
    if kind == "any":
        return True
    if kind == "none":
        return value is None
    if kind == "optional":
        return value is None or _fits(value, found["type"])
    if kind == "enum":
        return value in found["choices"]
    if kind == "set":
        return type(value) is (frozenset if found["frozen"] else set)
    if kind in _TYPES:
        return type(value) in _TYPES[kind]
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    return CLASSES.get(name) == kind


def _other_than(found):
    if found["kind"] == "optional":
        return _other_than(found["type"]) + " or None"
    if found["kind"] == "enum":
        return "not one of " + ", ".join(found["choices"])
    return "no " + found["kind"]
