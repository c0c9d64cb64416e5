"""The descriptors of the nodes of a file, from its syntax tree alone: nothing of it runs.

Each item is ``{"contract": …, "implementation": …}``, or ``{"error": …}`` for what is wrong with a
decorated class. A plain class never gives an error: it promised nothing. A decorated class also
says where each parameter stands, for what is found wrong with them later; one with errors gives
``{"params": …}`` for that, and no contract.
"""

import ast

from graft.syntax import classes
from graft.syntax.decorated import Decorated, decorator_of
from graft.syntax.hints import Hints
from graft.syntax.imports import imports_of
from graft.syntax.plain import Plain
from graft.syntax.problems import Problem
from graft.syntax.scope import Scope


def describe(unit):
    """The items of a unit, in the order of its classes; or its syntax tree, where that is asked for."""
    if unit.get("tree"):
        from graft.syntax.tree import tree_of

        return [tree_of(unit)]
    tree = ast.parse(unit["source"], unit["path"])
    scope = Scope(tree)
    hints = Hints(scope)
    imports = imports_of(tree)
    items = []
    ids = {}
    for cls in scope.node_classes:
        decorator = decorator_of(cls, scope)
        if decorator is not None:
            found = _decorated(cls, decorator, scope, hints, imports)
        elif _is_node(cls, scope):
            found = [_plain(cls, scope, hints, imports)]
        else:
            continue
        for item in found:
            items.append(_unless_duplicate(item, cls, ids))
    return items


def _is_node(cls, scope):
    return (
        not cls.name.startswith("_")
        and classes.member(cls, "process", scope) is not None
        and not classes.is_abstract(cls, scope)
    )


def _decorated(cls, decorator, scope, hints, imports):
    reader = Decorated(cls, decorator, scope, hints)
    contract = reader.contract()
    declared = {"class": cls.name, "places": reader.places}
    if reader.problems:
        problems = [problem.item() for problem in reader.problems]
        return [*problems, {**declared, "params": contract["params"]}]
    extras = reader.extras()
    return [
        {
            "contract": contract,
            "implementation": _implementation(cls, scope, imports, True, False, extras),
            **declared,
        }
    ]


def _plain(cls, scope, hints, imports):
    reader = Plain(cls, scope, hints)
    contract = reader.contract()
    extras = {"packages": reader.registration(), "permissions": [], "limitations": [], "isolated": False}
    return {
        "contract": contract,
        "implementation": _implementation(
            cls, scope, imports, False, reader.open_params, extras
        ),
    }


def _implementation(cls, scope, imports, decorated, open_params, extras):
    return {
        "language": "python",
        "symbol": cls.name,
        "line": cls.lineno,
        "decorated": decorated,
        "open_params": open_params,
        **extras,
        "imports": imports,
        "flags": classes.flags(cls, scope),
        "doc": ast.get_docstring(cls) or "",
    }


def _unless_duplicate(item, cls, ids):
    if "contract" not in item:
        return item
    name = item["contract"]["id"]
    first = ids.setdefault(name, cls)
    if first is cls:
        return item
    return Problem(
        cls,
        "duplicate-id",
        f"{cls.name}: the id '{name}' belongs to {first.name} (line {first.lineno}) already; "
        "give one of them another id=",
    ).item()
